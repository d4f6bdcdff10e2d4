import type { NamedArray } from '../arrays/namedArray';
import { formulaOf } from '../catalog/catalog';
import type { ConventionId, FormulaId } from '../catalog/ids';
import type { DetectionOptions } from '../detection/detector';
import type { Mention } from '../detection/mention';
import type { Opening } from './actions';

/** A place in a document, from which a calculator is opened. */
export interface Place {
  readonly text: string;
  readonly languageId: string;
  readonly offset: number;
  /** Where the arrays come from, in words. */
  readonly origin: string;
  readonly options: DetectionOptions;
}

/** A stretch of the document that is selected. */
export interface SelectedText {
  readonly start: number;
  readonly text: string;
}

/** What openings need of the rooms above. */
export interface OpeningTools {
  detect(text: string, languageId: string, options: DetectionOptions): readonly Mention[];
  mentionAt(text: string, languageId: string, offset: number, options: DetectionOptions): Mention | undefined;
  arrays(text: string, languageId: string): readonly NamedArray[];
  arraysInSelection(texts: readonly string[], languageId: string): readonly NamedArray[];
  conventionOf(symbol: string): ConventionId | undefined;
}

/** From a place in a document to what opens the calculator there. */
export interface Openings {
  /** The selected arrays, with the formula that is named in the selection or nearest above it. */
  ofSelection(place: Place & { readonly selected: readonly SelectedText[] }): Opening;
  /** The formula at the offset, and when asked the arrays that stand around it. */
  ofMention(place: Place & { readonly withArrays: boolean }): Opening | undefined;
}

/** How far from a selection a formula may stand and still be meant, in characters: about a screen. */
const reach = 3000;

/** How far from a mention arrays may stand and still be meant. */
const arrayReach = 4000;

export function createOpenings(tools: OpeningTools): Openings {
  return {
    ofSelection: (place) => {
      const arrays = place.selected.flatMap((selected) => arraysSelected(selected, place, tools));
      return { ...openingOf(nearestMention(place, tools), tools), arrays, origin: place.origin };
    },
    ofMention: (place) => {
      const mention = tools.mentionAt(place.text, place.languageId, place.offset, place.options);
      if (mention === undefined) return undefined;
      const nearby = place.withArrays ? arraysAround(mention, place, tools) : [];
      return { ...openingOf(mention, tools), nearby, origin: place.origin };
    },
  };
}

/** The arrays in a selected stretch. A list selected without the name it is assigned to keeps that name. */
function arraysSelected(selected: SelectedText, place: Place, tools: OpeningTools): readonly NamedArray[] {
  const arrays = tools.arraysInSelection([selected.text], place.languageId);
  const [only] = arrays;
  if (arrays.length !== 1 || only.name !== undefined || only.problem !== undefined) return arrays;
  const start = selected.start + selected.text.search(/\S/);
  const inDocument = tools
    .arrays(place.text, place.languageId)
    .find((array) => array.start === start && array.values.length === only.values.length);
  return inDocument?.name === undefined ? arrays : [{ ...only, name: inDocument.name }];
}

function openingOf(mention: Mention | undefined, tools: OpeningTools): Opening {
  if (mention === undefined || !isComputable(mention.formula)) return {};
  const convention = mention.symbol === undefined ? undefined : tools.conventionOf(mention.symbol);
  return {
    formula: mention.formula,
    ...(mention.params && { params: mention.params }),
    ...(convention !== undefined && { convention, symbol: mention.symbol! }),
  };
}

/**
 * The mention that a selection is about: in prose the one in its line or the nearest above, since notes name a formula
 * before they use it; in code the nearest on either side, imports apart.
 */
function nearestMention(place: Place, tools: OpeningTools): Mention | undefined {
  const isProse = proseLanguages.has(place.languageId);
  const distance = (mention: Mention): number => distanceTo(mention, place, isProse);
  const candidates = tools
    .detect(place.text, place.languageId, place.options)
    .filter((mention) => isComputable(mention.formula) && !isImported(mention, place.text))
    .filter((mention) => distance(mention) <= reach);
  return candidates.reduce<Mention | undefined>(
    (best, mention) => (best === undefined || distance(mention) <= distance(best) ? mention : best),
    undefined,
  );
}

const proseLanguages: ReadonlySet<string> = new Set([
  'markdown',
  'quarto',
  'rmd',
  'mdx',
  'latex',
  'tex',
  'plaintext',
]);

/** Characters between the selection's line and the mention; infinite where the mention can't be meant. */
function distanceTo(mention: Mention, place: Place, isProse: boolean): number {
  const lineStart = place.text.lastIndexOf('\n', place.offset - 1) + 1;
  const newline = place.text.indexOf('\n', place.offset);
  const lineEnd = newline < 0 ? place.text.length : newline;
  if (mention.start >= lineStart && mention.end <= lineEnd) return 0;
  if (mention.end <= lineStart) return lineStart - mention.end;
  return isProse ? Infinity : mention.start - lineEnd;
}

/** Whether the mention stands in an import, where a name is fetched and nothing is computed. */
function isImported(mention: Mention, text: string): boolean {
  const lineStart = text.lastIndexOf('\n', mention.start - 1) + 1;
  return /^\s*(?:from|import|using|use)\b/.test(text.slice(lineStart, mention.start));
}

function arraysAround(mention: Mention, place: Place, tools: OpeningTools): readonly NamedArray[] {
  const isNear = (array: NamedArray): boolean =>
    array.problem === undefined &&
    array.start !== undefined &&
    array.start > mention.start - arrayReach &&
    array.start < mention.end + arrayReach;
  const near = tools.arrays(place.text, place.languageId).filter(isNear);
  const before = near.filter((array) => array.start! < mention.start);
  const after = near.filter((array) => array.start! >= mention.start);
  return [...lastOfEachName(before), ...after];
}

/** Of arrays with one name the last assignment wins. */
function lastOfEachName(arrays: readonly NamedArray[]): readonly NamedArray[] {
  return arrays.filter(
    (array, index) =>
      array.name === undefined || !arrays.slice(index + 1).some((later) => later.name === array.name),
  );
}

function isComputable(formula: FormulaId): boolean {
  return formulaOf(formula)?.compute !== undefined;
}
