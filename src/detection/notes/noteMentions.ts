import type { FormulaId } from '../../catalog/ids';
import type { RecognitionContext } from '../../latex/recognise';
import type { Recognition } from '../../latex/recognition';
import type { CodeOptions } from '../code/code';
import { codeMentions } from '../code/code';
import type { MathSpan, RecognisedMath } from '../detector';
import type { Mention } from '../mention';
import { languageOfFence } from './languages';
import type { AcceptedName, Note, PlacedSection } from './note';
import { stripCode } from './stripped';

export type Recognise = (tex: string, context: RecognitionContext) => Recognition;

/** Names this far before a formula, and that far behind it, may tell what it is. */
const reachBefore = 800;
const reachBehind = 250;
const mostNames = 5;

/** Blocks of the same language before a block of code that are read with it. */
const blocksBefore = 12;

const leastConfidence = 0.5;

/** The mentions of one section of a note, by their start, not overlapping. */
export function sectionMentions(
  note: Note,
  placed: PlacedSection,
  recognise: Recognise | undefined,
  options: CodeOptions,
): readonly Mention[] {
  const text = placed.section.text;
  const names = note.namesOf(placed);
  const mentions = names.map((name) => nameMention(name, text, placed.start));
  if (recognise !== undefined) {
    for (const span of note.spansOf(placed)) {
      const found = mathMention(
        span,
        recognise,
        contextOf(span, names, note),
        text.slice(span.start - placed.start, span.end - placed.start),
      );
      if (found !== undefined) {
        mentions.push(found);
      }
    }
  }
  mentions.push(...codeIn(placed, options));
  return withoutOverlaps(mentions);
}

function nameMention(name: AcceptedName, text: string, offset: number): Mention {
  const { formula, start, end, confidence } = name;
  return { formula, kind: 'name', start, end, text: text.slice(start - offset, end - offset), confidence };
}

function mathMention(
  span: MathSpan,
  recognise: Recognise,
  context: RecognitionContext,
  text: string,
): Mention | undefined {
  const { formula, confidence, params } = recognise(span.tex, context);
  if (formula === null || confidence < leastConfidence) {
    return undefined;
  }
  const { start, end, tex, texStart } = span;
  return {
    formula,
    kind: 'math',
    start,
    end,
    text,
    ...(params === undefined ? {} : { params }),
    confidence,
    tex,
    texStart,
  };
}

/** The formulas of one section with what each means by its text and by what stands around it. */
export function recognisedMath(
  note: Note,
  placed: PlacedSection,
  recognise: Recognise,
): readonly RecognisedMath[] {
  const names = note.namesOf(placed);
  return note.spansOf(placed).map((span) => ({
    span,
    recognition: recognise(span.tex, contextOf(span, names, note)),
  }));
}

/** The names around a formula, nearest first, and those of the heading above it. */
function contextOf(span: MathSpan, names: readonly AcceptedName[], note: Note): RecognitionContext {
  const near: FormulaId[] = [];
  const add = (formula: FormulaId): void => {
    if (near.length < mostNames && !near.includes(formula)) {
      near.push(formula);
    }
  };
  const at = firstBehind(names, span.start);
  for (let i = at - 1; i >= 0 && span.start - names[i]!.end < reachBefore; i--) {
    add(names[i]!.formula);
  }
  for (let i = at; i < names.length && names[i]!.start - span.end < reachBehind; i++) {
    add(names[i]!.formula);
  }
  for (let i = at - 1; i >= 0; i--) {
    if (names[i]!.heading) {
      add(names[i]!.formula);
      break;
    }
  }
  return { names: near, macros: note.macros };
}

function firstBehind(names: readonly AcceptedName[], position: number): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.start < position) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function codeIn(placed: PlacedSection, options: CodeOptions): Mention[] {
  const mentions: Mention[] = [];
  const before: { languageId: string; text: string }[] = [];
  for (const region of placed.section.parts.code) {
    const languageId = languageOfFence(region.languageId);
    const code = stripCode(placed.section.text.slice(region.start, region.end));
    const earlier = before.filter((block) => block.languageId === languageId).map((block) => block.text);
    const found = codeMentions(code.text, languageId, { ...options, before: earlier.slice(-blocksBefore) });
    for (const mention of found) {
      const start = region.start + code.at(mention.start);
      const end = region.start + code.at(mention.end);
      const text = placed.section.text.slice(start, end);
      mentions.push({ ...mention, start: placed.start + start, end: placed.start + end, text });
    }
    before.push({ languageId, text: code.text });
  }
  return mentions;
}

/** By their start; of two that overlap the longer one stays: "$L_1$ loss" rather than the formula in it. */
export function withoutOverlaps(mentions: readonly Mention[]): readonly Mention[] {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mention[] = [];
  for (const mention of sorted) {
    const last = kept[kept.length - 1];
    if (last === undefined || last.end <= mention.start) {
      kept.push(mention);
    } else if (mention.end - mention.start > last.end - last.start) {
      kept[kept.length - 1] = mention;
    }
  }
  return kept;
}
