import type { Range } from '../../base/range';

/** Mathematics by its delimiters. Whether `\(…\)` is mathematics is only known when the whole document was seen. */
export interface MathCandidate extends Range {
  readonly tex: string;
  readonly texStart: number;
  readonly display: boolean;
  /** The bracket that escapes may have put there, and how much its content looks like mathematics. */
  readonly bracket?: { readonly kind: '\\(' | '\\\\('; readonly content: 'math' | 'unclear' | 'prose' };
}

/** A stretch of sentences. Names are looked for in it, but not in its holes: code, addresses, tags, mathematics. */
export interface ProseBlock extends Range {
  readonly heading: boolean;
  readonly holes: readonly Range[];
}

/** A stretch in a programming language. */
export interface CodeRegion extends Range {
  readonly languageId: string;
}

/** What a note, or a part of one, is made of; everything by its start. */
export interface NoteParts {
  readonly math: readonly MathCandidate[];
  readonly prose: readonly ProseBlock[];
  readonly code: readonly CodeRegion[];
}

/** Parts in the making. */
export interface PartsBuilder {
  readonly math: MathCandidate[];
  readonly prose: ProseBlock[];
  readonly code: CodeRegion[];
}

export function noParts(): PartsBuilder {
  return { math: [], prose: [], code: [] };
}
