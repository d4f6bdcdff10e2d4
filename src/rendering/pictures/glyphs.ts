import { type Bounds, boundsOfPath } from './bounds';
import { outlines } from './outlines';

/** A set of outlines; every face is one of KaTeX's fonts. */
export type Face = keyof typeof outlines;

/** A glyph: its advance in em, and its outline in thousandths of an em, relative to its origin, y downwards. */
export interface Glyph {
  /** Tells glyphs of all faces apart. */
  readonly id: string;
  readonly advance: number;
  /** SVG path data of relative commands; empty for a space. */
  readonly path: string;
  /** Where its ink lies, in thousandths of an em. */
  readonly bounds: Bounds;
}

type Lines = Map<number, string>;

const linesByFace = new Map<Face, Lines>();
const glyphs = new Map<string, Glyph | undefined>();

/** The glyph of a code point in a face, or undefined when the face has none. */
export function glyphOf(face: Face, codePoint: number): Glyph | undefined {
  const id = `${face}:${codePoint}`;
  if (!glyphs.has(id)) glyphs.set(id, readGlyph(id, linesOf(face).get(codePoint)));
  return glyphs.get(id);
}

// A face's text is split on first use: a formula needs two or three of them.
function linesOf(face: Face): Lines {
  let lines = linesByFace.get(face);
  if (!lines) {
    lines = new Map(outlines[face].split('\n').map((line) => [parseInt(line, 16), line]));
    linesByFace.set(face, lines);
  }
  return lines;
}

function readGlyph(id: string, line: string | undefined): Glyph | undefined {
  if (line === undefined) return undefined;
  const start = line.indexOf(':') + 1;
  const outline = line.indexOf('m', start);
  const path = outline < 0 ? '' : line.slice(outline);
  return {
    id,
    advance: Number.parseInt(line.slice(start), 10) / 1000,
    path,
    bounds: boundsOfPath(path),
  };
}
