import type { Range } from '../../base/range';
import type { Locale } from '../../base/text';
import { formulaOf } from '../../catalog/catalog';
import type { FormulaId } from '../../catalog/ids';
import { walk, type Expression } from '../expression';
import type { FormulaText, Side } from '../formulaText';
import { bodies, decodedFactor, type Candidate } from '../candidates';
import type { Fault, Recognition } from '../recognition';
import { freeIndices, indexSums, repairsOf, type Fix, type Repair } from './repairs';
import { faultSentences, fixTitles, type FaultCode } from './sentences';
import { swappedArguments } from './swapped';

/** What the search for faults starts from. */
export interface Examined {
  readonly tex: string;
  readonly text: FormulaText;
  readonly candidate: Candidate | undefined;
  readonly recognition: Recognition;
  readonly named: readonly FormulaId[];
  readonly locale: Locale;
  /** Tries an expression that may have been meant. */
  readonly attempt: (expression: Expression, only: readonly FormulaId[] | undefined) => Candidate | undefined;
  readonly answer: (candidate: Candidate) => Recognition;
}

/** The recognition with its faults; where only a repaired formula is recognised, with what was meant. */
export function withFaults(examined: Examined): Recognition {
  const { recognition, named } = examined;
  const spelling = spellingFaults(examined);
  const contradicts = recognition.formula !== null && named.length > 0 && !agrees(recognition, named);
  if (recognition.formula === null || contradicts) {
    const repaired = repairedRecognition(examined);
    if (repaired) return { ...repaired, faults: [...spelling, ...repaired.faults] };
  }
  if (recognition.formula === null) {
    const uneven = unevenBrackets(examined.tex);
    return { ...recognition, faults: uneven ? spelling.filter((each) => each.code === 'unbalanced') : [] };
  }
  const own = [...spelling, ...indexFaults(examined), ...signFaults(examined), ...swapped(examined)];
  return own.length > 0 ? { ...recognition, faults: own } : recognition;
}

/** Whether round and square brackets of a formula, not a scrap of one, do not pair off; half-open intervals do. */
function unevenBrackets(tex: string): boolean {
  if (!/\\(?:sum|log|ln|exp|max|frac)/.test(tex)) return false;
  let open = 0;
  for (const [token] of tex.matchAll(/\\[a-zA-Z]+|\\.|[()[\]]/gs)) {
    if (token === '(' || token === '[') open++;
    else if (token === ')' || token === ']') open--;
  }
  return open !== 0;
}

function agrees(recognition: Recognition, named: readonly FormulaId[]): boolean {
  const all = [recognition.formula, ...(recognition.alternatives ?? [])];
  return all.some((id) => id !== null && named.includes(id));
}

// --- making faults ---------------------------------------------------------------------------------------------------

function fault(
  { locale }: Examined,
  code: FaultCode,
  about: {
    readonly formula?: FormulaId | null;
    readonly text?: string;
    readonly range?: Range | undefined;
    readonly fix?: Fix | undefined;
  },
): Fault {
  const names = about.formula ? formulaOf(about.formula)?.names[locale] : undefined;
  const name = names?.[0] ?? '';
  const message = faultSentences[code][locale]
    .replace('{name}', locale === 'en' ? uncapitalised(name) : name)
    .replace('{text}', about.text ?? '');
  const { range, fix } = about;
  return {
    code: code === 'wrong-term-sign' ? 'wrong-sign' : code,
    message,
    ...(range && { start: range.start, end: range.end }),
    ...(fix && { fix: { ...fix, title: fixTitles[fix.title][locale] } }),
  };
}

/** Names that begin with a word, not with a person or an abbreviation, are lower case inside a sentence. */
function uncapitalised(name: string): string {
  return /^[A-Z][a-z]+ [a-z]/.test(name) &&
    !/^(?:Huber|Kullback|Jensen|Brier|Gini|Hellinger|Poisson|Gaussian)/.test(name)
    ? name[0]!.toLowerCase() + name.slice(1)
    : name;
}

// --- spelling --------------------------------------------------------------------------------------------------------

function spellingFaults(examined: Examined): readonly Fault[] {
  const { notices } = examined.text;
  return notices.flatMap((notice): readonly Fault[] => {
    const { range, text } = notice;
    switch (notice.kind) {
      case 'lost-function':
        // Mathematics in Unicode is not TeX: its letters are set as they are.
        if (/[\u{1D400}-\u{1D7FF}∑∏]/u.test(examined.tex)) return [];
        return [fault(examined, 'latex-log-not-operator', { text, range, fix: backslash(examined, range) })];
      case 'unclosed':
        return [fault(examined, 'unbalanced', { text, range, fix: closing(examined, text) })];
      case 'unopened':
        return [
          fault(examined, 'unbalanced', {
            text: closingOf(text),
            range,
            fix: { title: 'remove', ...range, newText: '' },
          }),
        ];
      default:
        return [];
    }
  });
}

function backslash({ tex }: Examined, range: Range): Fix | undefined {
  const word = /^[a-zA-Z]+/.exec(tex.slice(range.start, range.end))?.[0];
  if (word === undefined) return undefined;
  const separated = /^[a-zA-Z]/.test(tex.slice(range.start + word.length)) ? ' ' : '';
  return {
    title: 'backslash',
    start: range.start,
    end: range.start + word.length,
    newText: `\\${word}${separated}`,
  };
}

function closing({ tex }: Examined, bracket: string): Fix {
  const end = tex.replace(/(?:\s|\$|\\\]|\\\)|[.,])+$/, '').length;
  return { title: 'close', start: end, end, newText: closingOf(bracket) };
}

function closingOf(bracket: string): string {
  return (
    ({ '(': ')', '[': ']', '{': '\\}', '⟨': '\\rangle', '‖': '\\|' } as { [open: string]: string })[
      bracket
    ] ?? bracket
  );
}

// --- indices ---------------------------------------------------------------------------------------------------------

/** Indices that no sum binds, and sums whose index occurs nowhere, in the formula that was recognised. */
function indexFaults(examined: Examined): readonly Fault[] {
  const { candidate } = examined;
  if (!candidate) return [];
  const sums = indexSums(candidate.expression);
  return sums.flatMap((sum): readonly Fault[] =>
    sum.over.binders.flatMap((binder): readonly Fault[] => {
      const loose = looseArgument(
        sum.body,
        binder.name,
        binder.from !== undefined && !binder.indexed,
        sums.flatMap((each) => each.over.binders.map((other) => other.name)),
      );
      if (loose) return [fault(examined, 'unbound-index', { text: loose.name, range: loose.range })];
      const parts = [...walk(sum.body), ...(sum.over.condition ? walk(sum.over.condition) : [])];
      const used = parts.some((part) => part.kind === 'variable' && part.name === binder.name);
      const free = freeIndices(
        sum.body,
        new Set(sums.flatMap((each) => each.over.binders.map((other) => other.name))),
      );
      const [stray] = free;
      if (!used && stray)
        return [
          fault(examined, 'unbound-index', {
            text: stray.name,
            range: stray.range,
            fix: renaming(stray.range, binder.name),
          }),
        ];
      if (
        used ||
        binder.from === undefined ||
        parts.every((part) => part.kind === 'number' || part.kind === 'measure')
      )
        return [];
      return [fault(examined, 'unused-index', { text: binder.name, range: binder.range ?? sum.range })];
    }),
  );
}

function renaming(range: Range | undefined, name: string): Fix | undefined {
  return range && { title: 'renameIndex', ...range, newText: name };
}

/** The j of y_j under a sum that counts y itself: `\sum_{y=1}^m p(y_j)`. */
function looseArgument(
  body: Expression,
  name: string,
  counts: boolean,
  bound: readonly string[],
): { readonly name: string; readonly range?: Range } | undefined {
  if (!counts) return undefined;
  for (const part of walk(body)) {
    if (part.kind !== 'variable' || part.name !== name) continue;
    const [loose] = freeIndices(part, new Set(bound));
    if (loose) return loose;
  }
  return undefined;
}

// --- signs -----------------------------------------------------------------------------------------------------------

/** Formulas that a factor ½ is part of; for others it is convention. */
const halved: ReadonlySet<string> = new Set(['js-divergence', 'total-variation', 'huber']);

function signFaults(examined: Examined): readonly Fault[] {
  const { recognition, candidate, text } = examined;
  const { formula, factor = 1 } = recognition;
  if (!candidate || formula === null || formula === 'mbe') return [];
  const side = bodies(text).find((each) => each.expression === candidate.expression);
  const range = candidate.expression.range ?? side?.range;
  if (factor < 0) {
    if (formula === 'conditional-entropy' && signTwice(candidate.expression)) {
      const given = recognition.params?.['of'] ?? 'Y|X';
      return [
        fault(examined, 'conditional-entropy-double-sign', {
          text: `H(${String(given)})`,
          range,
          fix: minusFix(examined, side),
        }),
      ];
    }
    return [fault(examined, 'wrong-sign', { formula, range, fix: minusFix(examined, side) })];
  }
  if (factor === 2 && halved.has(formula) && examined.named.includes(formula)) {
    return [fault(examined, 'missing-half', { formula, range })];
  }
  return [];
}

/** A leading minus and the logarithm of a reciprocal. */
function signTwice(expression: Expression): boolean {
  const parts = [...walk(expression)];
  const reciprocal = parts.some(
    (part) =>
      part.kind === 'log' && part.argument.kind === 'divide' && part.argument.numerator.kind === 'number',
  );
  return reciprocal && parts.some((part) => part.kind === 'negate');
}

function minusFix({ tex }: Examined, side: Side | undefined): Fix | undefined {
  if (!side) return undefined;
  const { start } = side.range;
  if (tex[start] === '-') return { title: 'removeMinus', start, end: start + 1, newText: '' };
  return { title: 'insertMinus', start, end: start, newText: '-' };
}

// --- arguments -------------------------------------------------------------------------------------------------------

function swapped(examined: Examined): readonly Fault[] {
  const found = swappedArguments(examined.text, examined.recognition);
  return found ? [fault(examined, found.code, { text: found.text, range: found.range })] : [];
}

// --- repairs ---------------------------------------------------------------------------------------------------------

function repairedRecognition(examined: Examined): Recognition | undefined {
  const { named, text, tex } = examined;
  for (const side of bodies(text)) {
    for (const repair of repairsOf(side.expression, tex)) {
      const candidate = examined.attempt(repair.repaired, wanted(repair, named));
      if (!candidate || decodedFactor(candidate) <= 0 || !isExplained(repair, candidate)) continue;
      const recognition = examined.answer(candidate);
      const { formula } = recognition;
      const found = fault(examined, repair.code, {
        formula,
        range: repair.range ?? side.range,
        ...(repair.text !== undefined && { text: repair.text }),
        fix: repair.fix,
      });
      return { ...recognition, confidence: 0.7, faults: [found] };
    }
  }
  return undefined;
}

/** Without a name only formulas that nothing else looks like are looked for behind a sign. */
const unmistakable: readonly FormulaId[] = ['binary-cross-entropy', 'binary-entropy'];

function wanted(repair: Repair, named: readonly FormulaId[]): readonly FormulaId[] | undefined {
  if (named.length > 0) return named;
  return repair.namedOnly ? unmistakable : undefined;
}

/** What a repair may lead to: a missing β to the smooth L1, a missing weight to a mean of logarithms. */
function isExplained(repair: Repair, candidate: Candidate): boolean {
  const { formula } = candidate.matches[0]!;
  const factor = decodedFactor(candidate);
  switch (repair.code) {
    case 'smooth-l1-missing-beta':
      return formula === 'smooth-l1' && factor === 1;
    case 'swapped-branches':
    case 'branches-do-not-meet':
      return (
        [
          'huber',
          'smooth-l1',
          'pseudo-huber',
          'hinge',
          'quantile',
          'binary-cross-entropy',
          'epsilon-insensitive',
        ].includes(formula) && factor === 1
      );
    case 'missing-half':
      return factor === 1;
    case 'perplexity-base-and-input':
      return formula === 'perplexity';
    default:
      return true;
  }
}
