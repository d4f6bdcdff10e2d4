import type { Range } from '../base/range';

/**
 * TeX as people keep it in notes, mended so that a TeX parser reads it, with the way back: `offsets[i]` is where the
 * mended text's i-th character comes from.
 */
export interface Mended {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** The range of the source that a range of the mended text comes from. */
export function sourceRange(mended: Mended, range: Range): Range {
  const start = mended.offsets[range.start]!;
  const end = range.end > range.start ? mended.offsets[range.end - 1]! + 1 : start;
  return { start, end: Math.max(start, end) };
}

interface Repair {
  readonly pattern: RegExp;
  readonly replacement: string | ((match: string, group: string) => string);
}

const htmlEntities: readonly Repair[] = [
  { pattern: /&amp;/g, replacement: '&' },
  { pattern: /&lt;/g, replacement: '<' },
  { pattern: /&gt;/g, replacement: '>' },
  { pattern: /&nbsp;|<br\s*\/?>/g, replacement: ' ' },
  { pattern: /&#124;|&vert;/g, replacement: '|' },
];

/** Site generators that run Markdown over mathematics make people escape what Markdown would eat. */
const markdownEscapes: readonly Repair[] = [
  { pattern: /\\\\\\\\/g, replacement: '\\\\' },
  { pattern: /\\{1,2}_/g, replacement: '_' },
  { pattern: /\\\*/g, replacement: '*' },
  { pattern: /^[ \t]*>[ \t]?/gm, replacement: ' ' },
];

const delimiters: readonly Repair[] = [
  { pattern: /^\s*(?:\$\$|\$|\\\[|\\\()/, replacement: '' },
  { pattern: /(?:\$\$|\$|\\\]|\\\))\s*$/, replacement: '' },
];

/** Commands that say nothing about the meaning, or that the parser knows under another name. */
const commands: readonly Repair[] = [
  { pattern: /\\(?:label|tag\*?|eqref|ref|cite|hspace|vspace)\s*\{[^{}]*\}/g, replacement: ' ' },
  {
    pattern:
      /\\(?:nonumber|notag|displaystyle|hfill|limits|nolimits|noindent|xspace|allowbreak|!)(?![a-zA-Z])/g,
    replacement: ' ',
  },
  { pattern: /\\(?:mathds|mathbbm|mathbbmss|Bbb)(?![a-zA-Z])/g, replacement: '\\mathbb' },
  { pattern: /\\(?:ensuremath)(?![a-zA-Z])/g, replacement: '' },
  {
    pattern: /\\(begin|end)\s*\{(?:eqnarray|multline|flalign|IEEEeqnarray)\*?\}(?:\{[rcl]+\})?/g,
    replacement: (_, word) => `\\${word}{aligned}`,
  },
  { pattern: /\\(begin|end)\s*\{(?:equation|displaymath|math)\*?\}/g, replacement: ' ' },
];

const unicode: readonly Repair[] = [
  { pattern: /\\not\s*=/g, replacement: '\\ne ' },
  { pattern: /\\not\s*\\in(?![a-zA-Z])/g, replacement: '\\notin ' },
  {
    pattern: /[\u{1D538}-\u{1D56B}\u2115\u2119\u211A\u211D\u2124\u2102]/gu,
    replacement: (c) => `\\mathbb{${c.normalize('NFKC')}}`,
  },
  {
    pattern: /[\u{1D400}-\u{1D537}\u{1D56C}-\u{1D7FF}\u210E\u2113\u{FF01}-\u{FF5E}]/gu,
    replacement: (c) => c.normalize('NFKC'),
  },
  { pattern: /[，、。]/g, replacement: ',' },
  { pattern: /；/g, replacement: ';' },
  { pattern: /：/g, replacement: ':' },
  { pattern: /[\u200B-\u200F\u2060-\u2064\uFEFF\u00AD]/g, replacement: '' },
  { pattern: /[\u00A0\u2002-\u200A\u3000]/g, replacement: ' ' },
  { pattern: /Σ(?=\s*[_^(]|\s+[a-zA-Z\\])/g, replacement: '\\sum ' },
  { pattern: /Π(?=\s*[_^])/g, replacement: '\\prod ' },
  { pattern: /[·∙•]/g, replacement: '\\cdot ' },
  { pattern: /[‖∥]/g, replacement: '\\| ' },
  { pattern: /[∣│]/g, replacement: '|' },
  { pattern: /[−–—]/g, replacement: '-' },
  { pattern: /⩽/g, replacement: '\\le ' },
  { pattern: /⩾/g, replacement: '\\ge ' },
  { pattern: /[≜≔≝]/g, replacement: '=' },
  { pattern: /⁺/g, replacement: '^{+}' },
  { pattern: /ᵀ/g, replacement: '^{\\top}' },
  { pattern: /½/g, replacement: '\\tfrac12 ' },
  { pattern: /¼/g, replacement: '\\tfrac14 ' },
  { pattern: /√/g, replacement: '\\surd ' },
  { pattern: /⟨/g, replacement: '\\langle ' },
  { pattern: /⟩/g, replacement: '\\rangle ' },
];

/** Between rows, Markdown may have left one backslash of two. */
const lostRowEnd: Repair = { pattern: /(?<!\\)\\[ \t]*\n/g, replacement: '\\\\\n' };

const repairs: readonly Repair[] = [
  ...htmlEntities,
  ...markdownEscapes,
  ...delimiters,
  ...commands,
  ...unicode,
];

/** The text mended, character by character traceable to the source. */
export function mend(source: string): Mended {
  let mended: Mended = { text: source, offsets: Array.from({ length: source.length + 1 }, (_, i) => i) };
  for (const repair of repairs) mended = apply(mended, repair);
  if (/\\begin/.test(mended.text)) mended = apply(mended, lostRowEnd);
  return mended;
}

function apply(mended: Mended, { pattern, replacement }: Repair): Mended {
  if (mended.text.search(pattern) < 0) return mended;
  const offsets: number[] = [];
  let text = '';
  let done = 0;
  const copyUntil = (end: number): void => {
    text += mended.text.slice(done, end);
    for (let i = done; i < end; i++) offsets.push(mended.offsets[i]!);
  };
  for (const match of matches(mended.text, pattern)) {
    copyUntil(match.index);
    const put = typeof replacement === 'string' ? replacement : replacement(match[0], match[1] ?? '');
    text += put;
    for (let i = 0; i < put.length; i++) {
      offsets.push(mended.offsets[match.index + Math.min(i, match[0].length - 1)]!);
    }
    done = match.index + match[0].length;
  }
  copyUntil(mended.text.length);
  offsets.push(mended.offsets[mended.text.length]!);
  return { text, offsets };
}

function matches(text: string, pattern: RegExp): readonly RegExpMatchArray[] & readonly { index: number }[] {
  const all = pattern.global ? [...text.matchAll(pattern)] : [pattern.exec(text)];
  return all.filter((match) => match !== null);
}
