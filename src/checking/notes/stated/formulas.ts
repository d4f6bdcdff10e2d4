import type { Range } from '../../../base/range';
import type { MathSpan } from '../../../detection/detector';
import type { Expression } from '../../../latex/expression';
import type { Side, Statement } from '../../../latex/formulaText';
import type { NoteContext } from '../noteContext';
import { statedIn } from './literals';
import type { StatedNumber } from './verdict';

/** A side of a formula's statement: a printed number, or something that may be computed. */
export interface ReadSide {
  readonly side: Side;
  readonly stated: StatedNumber | undefined;
}

/** `a = b = c` of a formula; `tex` and `texStart` say what the sides' ranges count in. */
export interface ReadStatement extends Range {
  readonly tex: string;
  readonly texStart: number;
  readonly sides: readonly ReadSide[];
}

const equation = /[=≈≃≅]|\\(?:approx|simeq|cong|doteq)/;

/** The statements of a formula that may say a number; offsets of the statements count in the document. */
export function statementsOf(span: MathSpan, context: NoteContext): readonly ReadStatement[] {
  const { tex, texStart } = span;
  if (tex.length > 4_000 || !/\d/.test(tex) || !equation.test(tex)) return [];
  const read = context.read(tex);
  if (!read.ok) return [];
  return read.value.statements.flatMap((statement) => {
    if (!statement.complete || statement.sides.length < 2) return [];
    return readStatement(statement, tex, texStart);
  });
}

function readStatement(statement: Statement, tex: string, texStart: number): readonly ReadStatement[] {
  const { sides } = statement;
  const from = Math.min(...sides.map((side) => side.range.start));
  const to = Math.max(...sides.map((side) => side.range.end));
  // Dots leave out numbers; a modulus, a base in brackets and a factorial are other arithmetic.
  if (otherArithmetic.test(tex.slice(from, to + 2))) return [];
  // A line that begins with a sign may go on the line before it or be an equation of its own.
  if (sides.slice(0, -1).some(({ range }) => signedLine.test(tex.slice(range.start, range.end)))) return [];
  const read = sides.map((side) => ({ side, stated: statedIn(side, tex, texStart) }));
  return [{ tex, texStart, start: texStart + from, end: texStart + to, sides: read }];
}

const signedLine = /\\\\\s*(?:\[[^\]]*\])?\s*&?\s*[-+\u2212]/;

const otherArithmetic =
  /\\[lc]?dots|\\dots[a-z]|\.\.\.|…|⋯|\\[bp]?mod\b|\\oplus|\\odot|\\lor|\\land|\\vee|\\wedge|\\cup|\\cap|\)_\{?(?:2|8|10|16)\}?|\\ast\b|\\star|\/\s*\d+(?:\.\d+)?\s*\\%|binom|choose|\\circ\b|°|\d!|\\%\s*\d|\d[eE]-?\d|\\overline\{?\d|\\dot\{?\d|\\partial|\\mathrm\{?d|\bd[a-z]\b|[\d}]\s*(?:[:：]|\\colon)\s*[\d\\]/;

/** A letter that a statement gives a number: `p = 0.8`. */
export function definitionIn({
  sides,
}: ReadStatement): { readonly name: Expression; readonly value: number } | undefined {
  const first = sides[0]!;
  const last = sides.at(-1)!;
  const named = first.side.expression.kind === 'variable' || first.side.expression.kind === 'application';
  return named && last.stated ? { name: first.side.expression, value: last.stated.printed.value } : undefined;
}
