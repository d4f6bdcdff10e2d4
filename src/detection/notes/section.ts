import type { FormulaId } from '../../catalog/ids';
import type { NameCandidate } from '../prose/names';
import { namesIn } from '../prose/names';
import type { NoteParts, ProseBlock } from './parts';

/** A name with the block of prose in which it stands. */
export interface PlacedName extends NameCandidate {
  readonly block: ProseBlock;
}

/** A part of a note that was read by itself: its offsets count from its own begin. */
export interface Section {
  readonly text: string;
  readonly parts: NoteParts;
  readonly names: readonly PlacedName[];
  /** Formulas that are surely named in it. */
  readonly sure: ReadonlySet<FormulaId>;
  /** The document's own commands: `\newcommand{\KL}{…}`. */
  readonly macros: readonly (readonly [name: string, body: string])[];
}

const noNames: ReadonlySet<FormulaId> = new Set();

export function emptySection(text: string): Section {
  return { text, parts: { math: [], prose: [], code: [] }, names: [], sure: noNames, macros: [] };
}

export function readSection(text: string, parts: NoteParts): Section {
  const math = new Map(parts.math.map((span) => [span.start, span]));
  const names = parts.prose.flatMap((block) =>
    namesIn(text, block, math).map((name) => ({ ...name, block })),
  );
  const sure = new Set(names.filter((name) => name.strength === 'sure').map((name) => name.formula));
  return { text, parts, names, sure, macros: macrosOf(text) };
}

const macro =
  /\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator|def)\*?\s*\{?(\\[a-zA-Z]+)\}?\s*(?:\[\d\])?\s*\{((?:[^{}\n]|\{(?:[^{}\n]|\{[^{}\n]*\})*\})*)\}/g;

function macrosOf(text: string): (readonly [string, string])[] {
  if (!/\\(?:re)?newcommand|\\providecommand|\\DeclareMathOperator|\\def\b/.test(text)) {
    return [];
  }
  return Array.from(text.matchAll(macro), ([whole, name, body]) => [
    name!,
    whole.startsWith('\\DeclareMathOperator') ? `\\operatorname{${body!}}` : body!,
  ]);
}
