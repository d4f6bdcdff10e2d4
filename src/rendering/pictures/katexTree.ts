import katex from 'katex';

// The one door to KaTeX's layout. `__renderToHTMLTree` is undocumented, so the version of katex is pinned, and this
// file states the part of its tree that pictures rely on.

/** A box of KaTeX's layout: CSS classes and inline styles say how it is placed, lengths are in em. */
export interface BoxNode {
  readonly classes: readonly string[];
  readonly style: { readonly [property: string]: string | undefined };
  readonly height: number;
  readonly depth: number;
  readonly children?: readonly LayoutNode[];
  /** Letters of a symbol; a symbol has no children. */
  readonly text?: string;
  /** Italic correction; a symbol has it as its right margin. */
  readonly italic?: number;
}

/** A drawing inside a box: stretched arrows, braces, roots, strikes. */
export interface DrawingNode {
  readonly attributes: { readonly [name: string]: string | undefined };
  readonly children: readonly ShapeNode[];
}

/** A path or a line of a drawing. */
export interface ShapeNode {
  readonly attributes?: { readonly [name: string]: string | undefined };
  toMarkup(): string;
}

export type LayoutNode = BoxNode | DrawingNode;

export function isBox(node: LayoutNode): node is BoxNode {
  return 'classes' in node;
}

export interface TexSettings {
  readonly display: boolean;
  readonly macros: { readonly [name: string]: string };
}

/** Why KaTeX refuses a source: its sentence and the offset it points at, where it has one. */
export interface TexRefusal {
  readonly message: string;
  readonly position?: number;
}

interface TreeBuilder {
  __renderToHTMLTree(tex: string, options: object): BoxNode;
}

/**
 * KaTeX's layout tree of a TeX source, or why there is none. Commands that reach out (links, images, HTML) are not
 * followed; sizes and macro expansions are bounded.
 */
export function layoutTree(
  tex: string,
  settings: TexSettings,
): { readonly tree: BoxNode } | { readonly refusal: TexRefusal } {
  try {
    const options = {
      displayMode: settings.display,
      // KaTeX writes definitions into the object it is given.
      macros: { ...settings.macros },
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxSize: 50,
      maxExpand: 500,
    };
    return { tree: (katex as unknown as TreeBuilder).__renderToHTMLTree(tex, options) };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

// KaTeX throws ParseError for wrong TeX, plain errors for combinations it has no glyph for, and overflows the stack on
// very deep nesting. All of them are about the source.
function refusalOf(error: unknown): TexRefusal {
  if (error instanceof katex.ParseError) {
    const message = error.rawMessage;
    return Number.isInteger(error.position) ? { message, position: error.position } : { message };
  }
  if (error instanceof RangeError) return { message: 'nested too deeply' };
  return { message: error instanceof Error ? error.message : String(error) };
}
