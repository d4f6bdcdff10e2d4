import type { Range } from '../../base/range';
import type { Locale, Text } from '../../base/text';
import { formulaOf } from '../../catalog/catalog';
import type { FormulaId } from '../../catalog/ids';
import type { MathSpan } from '../../detection/detector';
import type { Fault, Recognition } from '../../latex/recognition';
import type { Finding } from '../finding';
import type { NoteContext } from './noteContext';

/** So many formulas of a note are compared with their names; recognising is the costly part. */
const mostFormulas = 80;

/** Formulas shorter than this are symbols in a sentence. */
const leastLength = 12;

/** Compares formulas with the heading or the sentence that names them. */
export function checkNamedFormulas(context: NoteContext): readonly Finding[] {
  const named = context.spans.flatMap((span) => {
    const names = isFormula(span.tex) ? namesOf(span, context) : [];
    return names.length > 0 ? [{ span, names }] : [];
  });
  return named.slice(0, mostFormulas).flatMap(({ span, names }) => findingsOn(span, names, context));
}

function isFormula(tex: string): boolean {
  return (
    tex.length >= leastLength &&
    tex.length < 1_200 &&
    /\\(?:sum|log|ln|frac|max|exp|mathbb|begin|left)|log|\^/.test(tex)
  );
}

// --- names -----------------------------------------------------------------------------------------------------------

/** The formulas that the sentence of a formula, the one that leads to it, or the heading right above it names. */
function namesOf(span: MathSpan, context: NoteContext): readonly FormulaId[] {
  const { passages, names } = context;
  const sentence = passages.sentenceOf(span);
  const index = passages.indexAt(span.start);
  const paragraph = passages.paragraphs[index];
  const before = passages.paragraphs[index - 1];
  const leads = before !== undefined && paragraph !== undefined && span.start - paragraph.start < 4;
  const leading = leads ? lastSentence(before, context) : undefined;
  const found = names.filter(
    (name) => within(name, sentence) || (leading !== undefined && within(name, leading)),
  );
  return [...new Set(found.map(({ formula }) => formula))];
}

function lastSentence(paragraph: Range, { passages }: NoteContext): Range {
  const end = paragraph.end - 1;
  return passages.sentenceOf({ start: Math.max(paragraph.start, end - 2), end });
}

function within(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

// --- findings --------------------------------------------------------------------------------------------------------

function findingsOn(span: MathSpan, names: readonly FormulaId[], context: NoteContext): readonly Finding[] {
  const recognition = context.recogniser.recognise(span.tex, { names, macros: context.note.macros });
  const { formula, alternatives = [] } = recognition;
  if (formula === null) return [];
  const agrees = names.includes(formula) || alternatives.some((id) => names.includes(id));
  if (!agrees) return scaledCousin(span, recognition, names, context.locale);
  if (recognition.faults.length === 0) {
    return explainsFactor(span, context) ? [] : conventions(span, recognition, names, context.locale);
  }
  return recognition.faults
    .filter((fault) => isMeant(fault, span, context))
    .map((fault) => faultFinding(fault, span));
}

/** Words by which the opposite sign is what the author means. */
const oppositeSign =
  /likelihood|maximi[sz]|gradient|derivative|negative of|minus|似然|最大化|梯度|导数|求导|取负|相反|负的|gain|增益/i;

function isMeant({ code }: Fault, span: MathSpan, { text, passages }: NoteContext): boolean {
  // x_1, …, x_n and sums over x_i bind an index that no sum shows.
  if (code.endsWith('-index')) return !/\\[lc]?dots|…|\.\.\.|_\s*\{\s*[A-Za-z]_/.test(span.tex);
  if (code !== 'wrong-sign') return true;
  const { start, end } = passages.reachOf(span);
  return !oppositeSign.test(text.slice(start, end));
}

/** What is only set badly. */
const typographic: ReadonlySet<string> = new Set(['latex-log-not-operator']);

function faultFinding(fault: Fault, { tex, texStart, start, end }: MathSpan): Finding {
  const { code, message, fix } = fault;
  const from = fault.start === undefined ? start : texStart + fault.start;
  const to = fault.end === undefined ? end : texStart + Math.min(fault.end, tex.length);
  return {
    code,
    severity: typographic.has(code) ? 'information' : 'warning',
    start: from,
    end: Math.max(from, to),
    message,
    ...(fix && {
      fix: {
        title: fix.title,
        edits: [{ start: texStart + fix.start, end: texStart + fix.end, newText: fix.newText }],
      },
    }),
    source: 'Lossary',
  };
}

/** Formulas that are each other's but for a scale, and are taken for each other. */
const cousins: readonly (readonly [FormulaId, FormulaId, string])[] = [
  ['huber', 'smooth-l1', 'huber-vs-smooth-l1'],
];

function scaledCousin(
  span: MathSpan,
  recognition: Recognition,
  names: readonly FormulaId[],
  locale: Locale,
): readonly Finding[] {
  const { formula, alternatives = [] } = recognition;
  for (const [one, other, code] of cousins) {
    for (const [named, written] of [
      [one, other],
      [other, one],
    ] as const) {
      const applies = names.includes(named) && !names.includes(written) && formula === written;
      if (!applies || alternatives.includes(named)) continue;
      const message: Text = {
        en: `The text names the ${nameOf(named, 'en')}; the formula is the ${nameOf(written, 'en')}. They differ by a factor of the threshold.`,
        'zh-cn': `文中称为${nameOf(named, 'zh-cn')}，公式却是${nameOf(written, 'zh-cn')}；两者相差一个等于阈值的系数。`,
      };
      return [information(span, code, message, locale)];
    }
  }
  return [];
}

/** Whether the text says why the factor is there. */
function explainsFactor({ start, end }: MathSpan, { text }: NoteContext): boolean {
  const around = text.slice(Math.max(0, start - 200), start) + text.slice(end, end + 300);
  return /1\/2|\\frac\s*\{?1\}?\s*\{?2|½|二分之一|\bhalf\b/.test(around);
}

function conventions(
  span: MathSpan,
  { formula, factor = 1 }: Recognition,
  names: readonly FormulaId[],
  locale: Locale,
): readonly Finding[] {
  if (formula === null || !names.includes(formula) || (factor !== 0.5 && factor !== 2)) return [];
  const shown = factor === 0.5 ? '½' : '2';
  const message: Text = {
    en: `As written this is ${shown} × the usual ${nameOf(formula, 'en')}: values are not comparable with those of libraries.`,
    'zh-cn': `此写法等于通常${nameOf(formula, 'zh-cn')}的 ${shown} 倍：数值不能与各库的结果直接比较。`,
  };
  const code = formula === 'mse' ? 'mse-half-factor' : 'formula-convention';
  return [information(span, code, message, locale)];
}

function information({ start, end }: Range, code: string, message: Text, locale: Locale): Finding {
  return { code, severity: 'information', start, end, message: message[locale], source: 'Lossary' };
}

function nameOf(formula: FormulaId, locale: Locale): string {
  const name = formulaOf(formula)?.names[locale][0] ?? formula;
  return locale === 'en' &&
    /^[A-Z][a-z]/.test(name) &&
    !/^(?:Huber|Kull|Jensen|Poisson|Gauss|Rényi|Brier|Gini|Hellinger|Tversky|Tweedie)/.test(name)
    ? name[0]!.toLowerCase() + name.slice(1)
    : name;
}
