import type { Range } from '../../../base/range';
import type { Expression } from '../../../latex/expression';
import { compile } from '../../../latex/compile';
import type { Finding } from '../../finding';
import type { NoteContext } from '../noteContext';
import { definitionIn, statementsOf, type ReadSide, type ReadStatement } from './formulas';
import { vectorsIn } from './inputs';
import { looseValues, nothingKnown, valuesOf, type Known, type SideValue } from './sideValues';
import { unitAt } from './units';
import { judge, type StatedNumber, type Verdict, type VerifiedNumber } from './verdict';

/** What came of the numbers that a note states. */
export interface StatedNumbers {
  readonly findings: readonly Finding[];
  readonly verified: readonly VerifiedNumber[];
}

/** Recomputes the numbers that the formulas of a note state. */
export function checkFormulaNumbers(context: NoteContext): StatedNumbers {
  const statements = context.spans.flatMap((span) =>
    statementsOf(span, context).map((statement) => withUnitBehind(statement, span, context.text)),
  );
  const definitions = definitionsIn(statements);
  const verdicts = statements.flatMap((statement) => verdictsOn(statement, statements, definitions, context));
  return gathered(verdicts);
}

export function gathered(verdicts: readonly Verdict[]): StatedNumbers {
  return {
    findings: verdicts.flatMap((verdict) => (verdict.kind === 'wrong' ? [verdict.finding] : [])),
    verified: verdicts.flatMap((verdict) => (verdict.kind === 'right' ? [verdict.verified] : [])),
  };
}

/** `$H = 1.75$ bits`: the unit stands behind the formula. */
function withUnitBehind(statement: ReadStatement, span: Range, text: string): ReadStatement {
  const last = statement.sides.at(-1)!;
  const ends = statement.end >= span.end - 3;
  const unit = ends && last.stated && last.stated.unitBase === undefined ? unitAt(text, span.end) : undefined;
  if (!unit || !last.stated) return statement;
  const stated: StatedNumber = { ...last.stated, unitBase: unit.base };
  return { ...statement, sides: [...statement.sides.slice(0, -1), { ...last, stated }] };
}

// --- letters that the document gives numbers -----------------------------------------------------------------------

interface Definition {
  readonly key: string;
  readonly value: number;
  readonly at: number;
}

function definitionsIn(statements: readonly ReadStatement[]): readonly Definition[] {
  return statements.flatMap((statement) => {
    const found = definitionIn(statement);
    const key = found && keyOf(found.name);
    return key === undefined ? [] : [{ key, value: found!.value, at: statement.start }];
  });
}

function keyOf(name: Expression): string | undefined {
  const { leaves, unsupported } = compile(name);
  return unsupported.length === 0 && leaves.length === 1 && leaves[0]!.rank === 0
    ? leaves[0]!.key
    : undefined;
}

/** The numbers that letters have at a place: the last ones given before it in reach, else those later in the sentence. */
function scalarsAt(
  place: Range,
  definitions: readonly Definition[],
  context: NoteContext,
): ReadonlyMap<string, number> {
  const reach = context.passages.reachOf(place);
  const sentence = context.passages.sentenceOf(place);
  const scalars = new Map<string, number>();
  for (const { key, value, at } of definitions) {
    const later = at >= place.end && at < sentence.end && !scalars.has(key);
    if (later && explaining.test(context.text.slice(place.end, at))) scalars.set(key, value);
  }
  for (const { key, value, at } of definitions) {
    if (at >= reach.start && at < place.start) scalars.set(key, value);
  }
  return scalars;
}

/** Words by which a sentence says afterwards what its letters are. */
const explaining = /\b(?:where|with|for|given|if|when)\b|其中|这里|取|令|设|若/;

// --- one statement ---------------------------------------------------------------------------------------------------

function verdictsOn(
  statement: ReadStatement,
  all: readonly ReadStatement[],
  definitions: readonly Definition[],
  context: NoteContext,
): readonly Verdict[] {
  const { sides } = statement;
  if (!sides.some(({ stated }) => stated)) return [];
  const alone = sides.map(({ side, stated }) => (stated ? [] : valuesOf(side.expression, nothingKnown)));
  const needsInputs = alone.every((values) => values.length === 0);
  const known = needsInputs ? knownAt(statement, all, definitions, context) : nothingKnown;
  const values = needsInputs
    ? sides.map(({ side, stated }) =>
        stated || !isComputable(side.expression) ? [] : valuesOf(side.expression, known),
      )
    : alone;
  return sides.flatMap(({ stated }, k) => {
    if (!stated) return [];
    const from = computedFor(sides, values, k);
    if (from.length === 0) return [];
    return [judgeSide(stated, from, sides, values, statement, known, context)];
  });
}

/** A letter alone is a name, not a computation. */
function isComputable(expression: Expression): boolean {
  return expression.kind !== 'variable' && expression.kind !== 'application';
}

/** The computed sides that a number is said to equal: those before it up to a comparison, else the one behind it. */
function computedFor(
  sides: readonly ReadSide[],
  values: readonly (readonly SideValue[])[],
  at: number,
): readonly number[] {
  const found: number[] = [];
  for (let k = at; k > 0 && equates(sides[k]!); k--) {
    if (values[k - 1]!.length > 0) found.push(k - 1);
  }
  const behind = at + 1 < sides.length && equates(sides[at + 1]!) && values[at + 1]!.length > 0;
  return found.length > 0 || !behind || at > 0 ? found : [at + 1];
}

function equates({ side }: ReadSide): boolean {
  return side.relation === '=' || side.relation === 'approx';
}

function judgeSide(
  stated: StatedNumber,
  from: readonly number[],
  sides: readonly ReadSide[],
  values: readonly (readonly SideValue[])[],
  { tex }: ReadStatement,
  known: Known,
  context: NoteContext,
): Verdict {
  const candidates = from.flatMap((k) => values[k]!);
  const nearest = values[from[0]!]!;
  const loose = () => {
    const each = from.map((k) => looseValues(sides[k]!.side.expression, tex, known));
    return {
      values: [
        ...each.flatMap((one) => one.values),
        ...candidates.map(({ value }) => otherScale(value, stated)),
      ],
      slack: Math.max(...each.map(({ slack }) => slack)),
    };
  };
  const certain = nearest.every((value) => value.certain);
  const usualBase = usualBaseAt(stated, context);
  return judge(
    stated,
    { candidates, loose, certain, ...(usualBase !== undefined && { usualBase }) },
    context.locale,
  );
}

/** `0.9 × 100 = 90%` and `90 / 100 = 90` mean what everybody understands. */
function otherScale(value: number, { printed }: StatedNumber): number {
  return printed.scale === 0.01 ? value / 100 : value * 100;
}

const bitsNear = /\\log_\{?2|\\lb\b|\bbits?\b|比特|log2/;
const natsNear = /\\ln\b|\bnats?\b|奈特|\bln\b/;

/** The base that the paragraph works in, or else the whole note. */
export function usualBaseAt(place: Range, { passages, text }: NoteContext): number | undefined {
  const { start, end } = passages.reachOf(place);
  return baseIn(text.slice(start, end)) ?? baseIn(text);
}

function baseIn(text: string): number | undefined {
  const bits = bitsNear.test(text);
  if (bits === natsNear.test(text)) return undefined;
  return bits ? 2 : Math.E;
}

function knownAt(
  statement: ReadStatement,
  all: readonly ReadStatement[],
  definitions: readonly Definition[],
  context: NoteContext,
): Known {
  const scalars = scalarsAt(statement, definitions, context);
  const asks = statement.sides.some(({ side, stated }) => !stated && isComputable(side.expression));
  if (!asks) return { scalars, vectors: [] };
  return { scalars, vectors: vectorsNear(statement, hiddenIn(all, statement, context), context) };
}

/** The numbers of the statement itself are no input. */
function hiddenIn(all: readonly ReadStatement[], own: ReadStatement, context: NoteContext): readonly Range[] {
  const { start, end } = context.passages.reachOf(own);
  const others = all.filter(
    (one) =>
      one.start >= start &&
      one.end <= end &&
      one.sides.length > 1 &&
      one.sides[0]!.side.expression.kind === 'measure',
  );
  return [own, ...others];
}

/** The lists that the place may be about: those of its sentence, else those in reach before it. */
export function vectorsNear(place: Range, hidden: readonly Range[], context: NoteContext) {
  const { text, languageId, passages, readArrays } = context;
  const reach = passages.reachOf(place);
  const all = vectorsIn(text.slice(reach.start, reach.end), languageId, reach.start, hidden, readArrays);
  const sentence = passages.sentenceOf(place);
  const within = all.filter((one) => one.start >= sentence.start && one.end <= sentence.end);
  const near = within.length > 0 ? within : all.filter((one) => one.end <= place.start);
  return near.filter(
    (one) => one.name === undefined || !isGivenAnew(one.name, text.slice(one.end, place.start)),
  );
}

/** Whether a letter is given another meaning after its list: `p = \\mathcal N(0, 1)`. */
function isGivenAnew(name: string, between: string): boolean {
  for (const { index } of between.matchAll(/\s*(?:=|:=|\\sim\b|~|为|是)/g)) {
    const before = between.slice(Math.max(0, index - name.length - 1), index);
    if (before.endsWith(name) && !/[A-Za-z\\]$/.test(before.slice(0, -name.length))) return true;
  }
  return false;
}
