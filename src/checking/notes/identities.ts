import type { Range } from '../../base/range';
import type { Locale, Text } from '../../base/text';
import type { MathSpan } from '../../detection/detector';
import { mapParts, walk, type Expression, type Measure } from '../../latex/expression';
import type { Side, Statement } from '../../latex/formulaText';
import type { Finding, TextEdit } from '../finding';
import { holdsOnTables, type Relation } from './identityTables';
import type { NoteContext } from './noteContext';

/** Tests the identities and inequalities between information measures that a note states, on random tables. */
export function checkIdentities(context: NoteContext): readonly Finding[] {
  return context.spans.flatMap((span) => {
    if (!mayStateIdentity(span.tex)) return [];
    const read = context.read(span.tex);
    if (!read.ok) return [];
    return read.value.statements.flatMap((statement) => findingsOn(statement, span, context));
  });
}

function mayStateIdentity(tex: string): boolean {
  const measures = tex.match(/[HIDhL]|JS|KL/g)?.length ?? 0;
  return (
    tex.length < 1_500 &&
    measures >= 2 &&
    /[=≤≥<>]|\\(?:le|ge|leq|geq|leqslant|geqslant)\b/.test(tex) &&
    !/\\[lc]?dots|…|\\cdots/.test(tex)
  );
}

function findingsOn(statement: Statement, span: MathSpan, context: NoteContext): readonly Finding[] {
  if (!statement.complete) return [];
  const { sides } = statement;
  return sides.slice(1).flatMap((right, k) => {
    const left = sides[k]!;
    const relation = relationOf(right);
    if (relation === undefined || !isLaw(left, relation, right)) return [];
    if (!isWrong(left, relation, right)) return [];
    const repair = repairOf(left, relation, right, span);
    return repair === undefined || isConditional(span, context)
      ? []
      : [findingOf(left, right, repair, span, context.locale)];
  });
}

/** The same formula is asked for at every check. */
const wrong = new WeakMap<Side, boolean>();

function isWrong(left: Side, relation: Relation, right: Side): boolean {
  let known = wrong.get(right);
  if (known === undefined) {
    known = holdsOnTables(left.expression, relation, right.expression) === 'never';
    wrong.set(right, known);
  }
  return known;
}

function relationOf({ relation }: Side): Relation | undefined {
  return relation === '=' || relation === '<=' || relation === '>=' ? relation : undefined;
}

/**
 * Whether it may be a law: measures on both sides, three of them where the sides are equal. That two measures are equal is
 * said of particular variables. A power of a measure is another function of that letter.
 */
function isLaw(left: Side, relation: Relation, right: Side): boolean {
  const both = [left, right].map(({ expression }) => measuresIn(expression).length);
  const powers = [left, right].some(({ expression }) =>
    [...walk(expression)].some((part) => part.kind === 'power' && measuresIn(part.base).length > 0),
  );
  return !powers && both.every((count) => count > 0) && both[0]! + both[1]! >= (relation === '=' ? 3 : 2);
}

function measuresIn(expression: Expression): readonly Measure[] {
  return [...walk(expression)].filter((part): part is Measure => part.kind === 'measure');
}

/** Words that tie a statement to a case, ask, or say that it is wrong. */
const conditions =
  /independ|unabh|indép|indip|독립|[\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff]|\\perp|⊥|\\to\b.*\\to\b|copy|channel|claim|\bif\b|\bwhen\b|\bwhere\b|suppose|assum|\biff\b|markov|deterministic|special case|unless|only for|provided|bijecti|invertib|symmetric|uniform|noiseless|lossless|not (?:equal|true|hold)|wrong|incorrect|mistake|false|\?|独立|若|如果|当|假设|设|时，|仅当|马尔可夫|确定性|函数关系|一一对应|无噪|无损|均匀|对称信道|不成立|错误|不等于|误以为|？|特例|特殊情况/i;

function isConditional(span: Range, { text, passages }: NoteContext): boolean {
  const { start, end } = passages.reachOf(span);
  const heading = passages.paragraphs[passages.indexAt(span.start) - 1];
  const from = heading?.heading === true ? Math.min(heading.start, start) : start;
  const around = text.slice(from, Math.min(text.length, end + 120));
  return conditions.test(around);
}

// --- findings --------------------------------------------------------------------------------------------------------

function findingOf(
  left: Side,
  right: Side,
  { words, fix }: RepairOfIdentity,
  span: MathSpan,
  locale: Locale,
): Finding {
  const message: Text = {
    en: `This does not hold for random tables: ${words.en}`,
    'zh-cn': `用随机概率表检验，此式不成立：${words['zh-cn']}`,
  };
  return {
    code: 'identity',
    severity: 'warning',
    start: span.texStart + left.range.start,
    end: span.texStart + Math.max(right.range.end, left.range.end),
    message: message[locale],
    ...(fix && { fix: { title: fix.title[locale], edits: [fix.edit] } }),
    source: 'Lossary',
  };
}

interface RepairOfIdentity {
  readonly words: Text;
  readonly fix?: { readonly title: Text; readonly edit: TextEdit };
}

const onlyIndependent: RepairOfIdentity = {
  words: { en: 'it holds for independent variables only.', 'zh-cn': '仅当各变量相互独立时成立。' },
};

const otherWayRound: RepairOfIdentity = {
  words: { en: 'the inequality is the other way round.', 'zh-cn': '不等号方向相反。' },
};

const wholeSign: RepairOfIdentity = {
  words: { en: 'one side is minus the other.', 'zh-cn': '两边互为相反数。' },
};

const lackingCondition: RepairOfIdentity = {
  words: {
    en: 'one of its measures lacks a variable that it is conditioned on.',
    'zh-cn': '其中一个量缺少作为条件的变量。',
  },
};

const exchangedArguments: RepairOfIdentity = {
  words: {
    en: 'it does with the arguments of one measure exchanged.',
    'zh-cn': '交换其中一个量的变量后才成立。',
  },
};

/** The one change that makes it hold: a sign, the order of arguments, or the sign of comparison. */
function repairOf(left: Side, relation: Relation, right: Side, span: MathSpan): RepairOfIdentity | undefined {
  if (relation !== '=') {
    const other = relation === '<=' ? '>=' : '<=';
    return holdsOnTables(left.expression, other, right.expression) === 'always' ? otherWayRound : undefined;
  }
  const terms = [
    ...wrongTerms(left.expression, right.expression),
    ...wrongTerms(right.expression, left.expression),
  ];
  if (terms.length === 1) return signRepair(terms[0]!, span);
  const negated: Expression = { kind: 'negate', argument: right.expression };
  if (holdsOnTables(left.expression, '=', negated) === 'always') return wholeSign;
  const other = isOfIndependent(left, right) ? onlyIndependent : missingCondition(left, right);
  return swappedVariables(left, right) ?? other;
}

/** The terms of a sum that make it equal the other side when their sign is changed. */
function wrongTerms(sum: Expression, other: Expression): readonly Expression[] {
  if (sum.kind !== 'add') return [];
  return sum.terms.filter((term, k) => {
    const signed = k > 0 || term.kind === 'negate';
    return signed && holdsOnTables(flipped(sum, k), '=', other) === 'always';
  });
}

function flipped(sum: Extract<Expression, { kind: 'add' }>, at: number): Expression {
  const terms = sum.terms.map((term, k): Expression => {
    if (k !== at) return term;
    return term.kind === 'negate' ? term.argument : { kind: 'negate', argument: term };
  });
  return { ...sum, terms };
}

/** The sign stands before the term. */
function signRepair(term: Expression, { tex, texStart }: MathSpan): RepairOfIdentity {
  const { range } = term.kind === 'negate' ? term.argument : term;
  const shown = range ? tex.slice(range.start, range.end).trim() : '';
  const words: Text = { en: `the sign of ${shown} is wrong.`, 'zh-cn': `${shown} 的符号错误。` };
  const before = range && /[+\-\u2212]\s*(?:\\left)?\s*$/.exec(tex.slice(0, range.start));
  if (!before) return { words };
  const newText = term.kind === 'negate' ? '+' : '-';
  const title: Text = { en: `Write ${newText}${shown}`, 'zh-cn': `改为 ${newText}${shown}` };
  const start = texStart + before.index;
  return { words, fix: { title, edit: { start, end: start + 1, newText } } };
}

/** `H(X|Y)` for `H(Y|X)`, `D(q‖p)` for `D(p‖q)`. */
function swappedVariables(left: Side, right: Side): RepairOfIdentity | undefined {
  const [a, b] = [left.expression, right.expression];
  return canExchange(a, b) || canExchange(b, a) ? exchangedArguments : undefined;
}

/** Entropies that add up for independent variables only. */
function isOfIndependent(left: Side, right: Side): boolean {
  const entropies = [left, right].every(({ expression }) =>
    measuresIn(expression).every(({ measure, given }) => measure === 'entropy' && given.length === 0),
  );
  return entropies && holdsOnTables(left.expression, '=', right.expression, 'independent') === 'always';
}

/** `H(Z|X)` for `H(Z|X,Y)`: one measure lacks a variable behind its bar. */
function missingCondition(left: Side, right: Side): RepairOfIdentity | undefined {
  const [a, b] = [left.expression, right.expression];
  const variables = new Map(
    [...measuresIn(a), ...measuresIn(b)]
      .flatMap((measure) => [...measure.arguments, ...measure.given])
      .flatMap((part): [string, Expression][] => (part.kind === 'variable' ? [[part.name, part]] : [])),
  );
  const each = [...variables.values()];
  return lacksCondition(a, b, each) || lacksCondition(b, a, each) ? lackingCondition : undefined;
}

function lacksCondition(changed: Expression, other: Expression, variables: readonly Expression[]): boolean {
  return measuresIn(changed).some((measure) =>
    variables.some((variable) => {
      const by: Measure = { ...measure, given: [...measure.given, variable] };
      return holdsOnTables(replaced(changed, measure, by), '=', other) === 'always';
    }),
  );
}

function canExchange(changed: Expression, other: Expression): boolean {
  return measuresIn(changed).some((measure) => {
    const swapped = exchanged(measure);
    return (
      swapped !== undefined && holdsOnTables(replaced(changed, measure, swapped), '=', other) === 'always'
    );
  });
}

function exchanged(measure: Measure): Measure | undefined {
  const { arguments: args, given } = measure;
  if (args.length === 1 && given.length === 1) return { ...measure, arguments: given, given: args };
  const ordered = measure.measure === 'kl-divergence' || measure.measure === 'cross-entropy';
  return args.length === 2 && ordered ? { ...measure, arguments: [args[1]!, args[0]!] } : undefined;
}

function replaced(expression: Expression, old: Expression, by: Expression): Expression {
  return expression === old ? by : mapParts(expression, (part) => replaced(part, old, by));
}
