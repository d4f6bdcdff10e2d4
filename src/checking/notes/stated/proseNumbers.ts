import type { Range } from '../../../base/range';
import { formulaOf } from '../../../catalog/catalog';
import type { FormulaId } from '../../../catalog/ids';
import type { PlacedName } from '../../../detection/notes/section';
import type { NoteContext } from '../noteContext';
import type { Vector } from './inputs';
import { inputsFor, type Arrangement } from './arrangements';
import { printedNumber } from './printed';
import { gathered, usualBaseAt, vectorsNear, type StatedNumbers } from './statedNumbers';
import { unitAt } from './units';
import { judge, type Candidate, type StatedNumber, type Verdict } from './verdict';

/** Recomputes the numbers that sentences state of a formula they name: "the entropy is 1.75 bits", “熵为 1.75 比特”. */
export function checkProseNumbers(context: NoteContext): StatedNumbers {
  const names = context.note.sections.flatMap(({ section, start }) =>
    section.names.map((name): NameInProse => ({ ...name, start: start + name.start, end: start + name.end })),
  );
  return gathered(
    names.flatMap((name, k) => {
      const silent = name.block.heading || name.strength === 'front';
      const stated = silent ? undefined : statedBehind(name, names[k + 1], context.text);
      return stated ? [verdictOn(inDistributions(name.formula), stated, context)] : [];
    }),
  );
}

/** A name as it stands; numbers near it, not the rest of the note, say whether a short form is meant. */
type NameInProse = Pick<PlacedName, 'formula' | 'start' | 'end' | 'strength' | 'block'>;

/** The cross-entropy that a sentence gives a number is that of two distributions. */
function inDistributions(formula: FormulaId): FormulaId {
  return formula === 'cross-entropy' ? 'cross-entropy-distribution' : formula;
}

// --- what a sentence states ------------------------------------------------------------------------------------------

const longestGap = 60;

/** Words between a name and its value; they end in one that equates. */
const equating =
  /(?:\bis|\bare|\bwas|\bequals|\bequal to|\bcomes? (?:out )?(?:to|at|as)|\bgives|\bof|=|≈|:|：|为|是|等于|约为|约等于|得)(?:\s+(?:about|approximately|roughly|exactly|only|just|then|therefore|thus|now))*\s*(?:约|大约|恰好|正好)?\s*[$`*_(（]*\s*$/i;

/** Words that make the number something else than the value: a bound, a change, an average over others. */
const otherwise =
  /\b(?:less|more|greater|most|least|up to|below|above|under|over|between|max\w*|min\w*|reduc\w*|increas\w*|decreas\w*|drop\w*|gain\w*|differ\w*|chang\w*|from|average|mean of|per|not|when|if|where|with|threshold|weight\w*|target|coefficient|factor|power|base|order|times|ratio)\b|最大|最小|至多|至少|不超过|小于|大于|超过|低于|高于|上限|下限|减少|增加|降|升|差|平均|每|不是|不为|如果|当|若|阈值|权重|系数|倍/i;

const valuePattern =
  /^(?:\\approx\s*|≈\s*|=\s*)?([+\-\u2212]?(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)(\s*\\?[%％])?/;

/** What may stand behind a bare number that is the end of what is said. */
const closing =
  /^\s*[$`*_)）]*\s*(?:$|[.,;:!?](?:\s|$)|[。，；：！？、)）\n]|\b(?:and|while|which|so|but)\b|而|且)/;

function statedBehind(
  name: NameInProse,
  next: NameInProse | undefined,
  text: string,
): StatedNumber | undefined {
  const window = text.slice(name.end, name.end + longestGap + 30);
  const first = window.search(/[+\-\u2212]?(?:\d|\.\d)/);
  if (first < 0 || first > longestGap) return undefined;
  const between = window.slice(0, first);
  const before = text.slice(Math.max(0, name.start - 24), name.start);
  const bare = /^\s*[$`*_(（]*$/.test(between);
  if (!(bare || equating.test(between)) || otherwise.test(between) || /[。！？；\n]|[.!?;]\s/.test(between))
    return undefined;
  if (otherwise.test(before.replace(/^.*[。，；.,;\n]/s, ''))) return undefined;
  if (next !== undefined && next.start < name.end + first) return undefined;
  return numberAt(text, name.end + first, bare || /\bof\s*[$`*_(（]*\s*$/i.test(between));
}

/** The number at a place; `needsUnit` where without one it would be an argument: "the binary entropy of 0.8". */
function numberAt(text: string, start: number, needsUnit: boolean): StatedNumber | undefined {
  const [whole, digits, percent] = valuePattern.exec(text.slice(start, start + 40)) ?? [];
  if (whole === undefined || digits === undefined) return undefined;
  const end = start + whole.length - (percent?.length ?? 0);
  const unit = percent === undefined ? unitAt(text, end) : undefined;
  if (!unit && (needsUnit || !closing.test(text.slice(start + whole.length, start + whole.length + 20))))
    return undefined;
  const loose = /(?:≈|约|about|approximately|roughly)\s*[$`*_]*\s*$/i.test(
    text.slice(Math.max(0, start - 20), start),
  );
  const printed = printedNumber(digits.replace(/,(?=\d{3})/g, ''), percent === undefined ? 1 : 0.01, loose);
  return printed && { start: end - digits.length, end, printed, ...(unit && { unitBase: unit.base }) };
}

// --- what it should be -----------------------------------------------------------------------------------------------

const bases = [Math.E, 2, 10] as const;

function verdictOn(formula: FormulaId, stated: StatedNumber, context: NoteContext): Verdict {
  const vectors = vectorsNear(stated, [stated], context);
  const arrangements = inputsFor(formula, vectors, context.locale);
  const candidates = arrangements.flatMap((one) => candidatesOf(formula, one, context));
  const settled = arrangements.some((one) => one.certain) || isOneValue(candidates);
  const certain = settled && isClear(stated, vectors, context);
  const usualBase = usualBaseAt(stated, context);
  return judge(
    stated,
    { candidates, certain, ...(usualBase !== undefined && { usualBase }) },
    context.locale,
  );
}

function candidatesOf(
  formula: FormulaId,
  { inputs }: Arrangement,
  { evaluator }: NoteContext,
): readonly Candidate[] {
  const record = formulaOf(formula)!;
  const based = record.unit === 'information' && record.params.some(({ kind }) => kind === 'base');
  // "The conditional entropy" does not say of which variable.
  const of = record.params.find(({ name }) => name === 'of')?.choices?.map(({ value }) => value) ?? [
    undefined,
  ];
  return of.flatMap((which) => {
    const outcome = evaluator.evaluate({
      formula,
      inputs,
      params: { base: based ? 'e' : undefined, of: which },
    });
    if (!outcome.ok || Number.isNaN(outcome.value)) return [];
    const { value } = outcome;
    return based ? bases.map((base) => ({ value: value / Math.log(base), base })) : [{ value }];
  });
}

/** Whether the order of the inputs makes no difference. */
function isOneValue(candidates: readonly Candidate[]): boolean {
  return candidates.every(({ value, base }) => {
    const same = candidates.find((one) => one.base === base)!.value;
    return Math.abs(value - same) <= 1e-12 * Math.abs(same);
  });
}

/** Whether no second number of its kind stands in the sentence: "1 bit for the first and 0.47 bits for the second". */
function isClear(stated: Range, vectors: readonly Vector[], { passages, text }: NoteContext): boolean {
  const sentence = passages.sentenceOf(stated);
  const inputs = vectors.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const from = Math.max(sentence.start, ...inputs.map(({ end }) => Math.min(end, stated.start)));
  const rest = text.slice(from, stated.start) + ' ' + text.slice(stated.end, sentence.end);
  return !/\d/.test(rest.replace(/[A-Za-z]_?\{?\d\}?/g, ''));
}
