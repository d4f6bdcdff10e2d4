import katex from 'katex';

/**
 * The one place that knows KaTeX's parse tree, which is undocumented: what comes out is ours. Offsets count in the
 * parsed text; KaTeX gives them for letters, symbols and groups only, the others are found by reading along.
 */
export type TexNode =
  | (Place & { readonly kind: 'symbol'; readonly text: string; readonly family: SymbolFamily })
  | (Place & { readonly kind: 'operator'; readonly name: string })
  | (Place & {
      readonly kind: 'scripts';
      readonly base: readonly TexNode[];
      readonly sub: readonly TexNode[] | undefined;
      readonly sup: readonly TexNode[] | undefined;
    })
  | (Place & {
      readonly kind: 'fraction';
      readonly numerator: readonly TexNode[];
      readonly denominator: readonly TexNode[];
      readonly bar: boolean;
    })
  | (Place & {
      readonly kind: 'root';
      readonly body: readonly TexNode[];
      readonly index: readonly TexNode[] | undefined;
    })
  | (Place & { readonly kind: 'accent'; readonly label: string; readonly body: readonly TexNode[] })
  | (Place & { readonly kind: 'font'; readonly font: string; readonly body: readonly TexNode[] })
  | (Place & { readonly kind: 'text'; readonly body: readonly TexNode[] })
  | (Place & {
      readonly kind: 'fenced';
      readonly left: string;
      readonly right: string;
      readonly body: readonly TexNode[];
    })
  | (Place & { readonly kind: 'group'; readonly body: readonly TexNode[] })
  | (Place & {
      readonly kind: 'rows';
      readonly rows: readonly (readonly (readonly TexNode[])[])[];
      /** Rows that continue each other (aligned), rather than alternatives (cases) or lines of a subscript. */
      readonly aligned: boolean;
    })
  | (Place & { readonly kind: 'brace'; readonly body: readonly TexNode[] })
  | (Place & { readonly kind: 'space'; readonly wide: boolean })
  | (Place & { readonly kind: 'newline' });

/** Half-open; start is -1 where the place is unknown. */
interface Place {
  readonly start: number;
  readonly end: number;
}

export type SymbolFamily =
  'letter' | 'ordinary' | 'binary' | 'relation' | 'open' | 'close' | 'punctuation' | 'word';

export type TexTree =
  | { readonly ok: true; readonly nodes: readonly TexNode[] }
  | { readonly ok: false; readonly message: string; readonly position: number };

interface RawNode {
  readonly type: string;
  readonly mode?: string;
  readonly loc?: {
    readonly start: number;
    readonly end: number;
    readonly lexer: { readonly input: string };
  } | null;
  readonly [field: string]: unknown;
}

const undocumented = katex as unknown as {
  __parse(tex: string, options: object): readonly RawNode[];
};

const maximalUnknownCommands = 16;
/** KaTeX recurses, and so do we; formulas of people are far from this. */
const maximalDepth = 60;

/** Parses TeX mathematics. Unknown commands stand for operators of their name. */
export function parseTex(text: string, macros: { readonly [command: string]: string } = {}): TexTree {
  if (nesting(text) > maximalDepth) return { ok: false, message: 'nested too deeply', position: 0 };
  const known: { [command: string]: string } = { ...ownMacros, ...macros };
  for (let attempt = 0; attempt <= maximalUnknownCommands; attempt++) {
    try {
      const raw = undocumented.__parse(text, {
        displayMode: true,
        strict: 'ignore',
        trust: false,
        maxExpand: 400,
        macros: { ...known },
      });
      return { ok: true, nodes: new Converter(text).list(raw) };
    } catch (error) {
      const unknown = unknownCommand(error);
      if (unknown === undefined || Object.hasOwn(known, unknown)) return failure(error);
      known[unknown] = `\\operatorname{${unknown.slice(1)}}`;
    }
  }
  return { ok: false, message: 'too many unknown commands', position: 0 };
}

/** Commands whose expansion in KaTeX hides what they are. */
const ownMacros: { readonly [command: string]: string } = {
  '\\bm': '\\mathbf{#1}',
  '\\argmax': '\\operatorname{argmax}',
  '\\argmin': '\\operatorname{argmin}',
};

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/\\[a-zA-Z]+|\\.|[{}^_]/gs)) {
    if (token === '{' || token === '\\left' || token === '\\begin') deepest = Math.max(deepest, ++depth);
    else if (token === '}' || token === '\\right' || token === '\\end') depth--;
  }
  return deepest;
}

function unknownCommand(error: unknown): string | undefined {
  return error instanceof Error
    ? /Undefined control sequence: (\\[a-zA-Z@]+)/.exec(error.message)?.[1]
    : undefined;
}

function failure(error: unknown): TexTree {
  const message = error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : 'unreadable';
  const position = error instanceof Error && 'position' in error ? Number(error.position) : 0;
  return { ok: false, message, position: Number.isFinite(position) ? position : 0 };
}

const families: { readonly [family: string]: SymbolFamily } = {
  bin: 'binary',
  rel: 'relation',
  open: 'open',
  close: 'close',
  punct: 'punctuation',
  inner: 'ordinary',
};

const unknownPlace: Place = { start: -1, end: -1 };

class Converter {
  /** Where reading along has come to. */
  private at = 0;

  constructor(private readonly text: string) {}

  list(nodes: unknown): readonly TexNode[] {
    if (!Array.isArray(nodes)) return isNode(nodes) ? this.node(nodes) : [];
    return nodes.filter(isNode).flatMap((node) => this.node(node));
  }

  private node(node: RawNode): readonly TexNode[] {
    switch (node.type) {
      case 'mathord':
      case 'textord':
      case 'atom':
        return [this.symbol(node)];
      case 'op':
        return this.operator(node);
      case 'operatorname':
        return this.operatorName(node);
      case 'supsub':
        return this.scripts(node);
      case 'genfrac':
        return [this.fraction(node)];
      case 'sqrt':
        return [this.root(node)];
      case 'leftright':
        return [this.fenced(node)];
      case 'array':
        return [this.rows(node)];
      default:
        return this.wrapper(node);
    }
  }

  /** Nodes that are a body with something around it. */
  private wrapper(node: RawNode): readonly TexNode[] {
    switch (node.type) {
      case 'accent':
      case 'accentUnder':
        return [this.accent(String(node['label']), node['base'])];
      case 'overline':
        return [this.accent('\\bar', node['body'])];
      case 'font':
      case 'pmb':
        return [this.font(node)];
      case 'text':
        return [this.around({ kind: 'text' as const, body: this.list(node['body']) })];
      case 'ordgroup':
        return [this.group(node)];
      case 'horizBrace':
        return [this.around({ kind: 'brace' as const, body: this.list(node['base']) })];
      default:
        return this.sign(node);
    }
  }

  /** Gaps, delimiters and other small things. */
  private sign(node: RawNode): readonly TexNode[] {
    switch (node.type) {
      case 'kern':
      case 'spacing':
        return [this.space(node)];
      case 'cr':
        return [{ kind: 'newline', ...unknownPlace }];
      case 'delimsizing':
        return [this.sizedDelimiter(node)];
      case 'middle':
        return [
          {
            kind: 'symbol',
            text: String(node['delim']),
            family: 'ordinary',
            ...this.find(String(node['delim'])),
          },
        ];
      case 'htmlmathml':
        return this.list(node['mathml']);
      case 'phantom':
      case 'hphantom':
      case 'vphantom':
      case 'rule':
      case 'tag':
        return [];
      case 'mathchoice':
        return this.list(node['display']);
      default:
        return this.list(node['body']);
    }
  }

  private symbol(node: RawNode): TexNode {
    const text = String(node['text']);
    const place = this.place(node);
    if (node.mode === 'text') return { kind: 'symbol', text, family: 'word', ...place };
    if (node.type === 'atom') {
      return { kind: 'symbol', text, family: families[String(node['family'])] ?? 'ordinary', ...place };
    }
    return { kind: 'symbol', text, family: node.type === 'mathord' ? 'letter' : 'ordinary', ...place };
  }

  private operator(node: RawNode): readonly TexNode[] {
    const name = node['name'];
    if (typeof name === 'string') return [{ kind: 'operator', name, ...this.find(name) }];
    return this.list(node['body']);
  }

  private operatorName(node: RawNode): readonly TexNode[] {
    const body = this.list(node['body']);
    const name = plainText(body);
    return name === undefined ? body : [this.around({ kind: 'operator' as const, name, body })];
  }

  private scripts(node: RawNode): readonly TexNode[] {
    const base = this.list(node['base']);
    const before = this.at;
    const sup = this.optional(node['sup']);
    const afterSup = this.at;
    this.at = before;
    const sub = this.optional(node['sub']);
    this.at = Math.max(this.at, afterSup);
    const annotatesRelation =
      base.length === 1 && base[0]!.kind === 'symbol' && base[0]!.family === 'relation';
    if (annotatesRelation) return base;
    return [
      { kind: 'scripts', base, sub, sup, ...hull([...base, ...(sub ?? []), ...(sup ?? [])], this.text) },
    ];
  }

  private optional(node: unknown): readonly TexNode[] | undefined {
    return isNode(node) ? this.list(node) : undefined;
  }

  private fraction(node: RawNode): TexNode {
    const start = this.commandBefore(/\\(?:[dtc]?frac|[dt]?binom)(?![a-zA-Z])/y);
    const numerator = this.list(node['numer']);
    const denominator = this.list(node['denom']);
    const place = hull([...numerator, ...denominator], this.text);
    return {
      kind: 'fraction',
      numerator,
      denominator,
      bar: node['hasBarLine'] === true,
      ...(start >= 0 && place.start >= 0 ? { start, end: place.end } : place),
    };
  }

  private root(node: RawNode): TexNode {
    const start = this.commandBefore(/\\sqrt(?![a-zA-Z])/y);
    const index = this.optional(node['index']);
    const body = this.list(node['body']);
    const place = hull(body, this.text);
    return {
      kind: 'root',
      body,
      index,
      ...(start >= 0 && place.start >= 0 ? { start, end: place.end } : place),
    };
  }

  private fenced(node: RawNode): TexNode {
    const left = this.find('\\left');
    const body = this.list(node['body']);
    const right = this.find('\\right');
    let end = right.end;
    if (right.start >= 0) end = this.at = afterDelimiter(this.text, right.end);
    return {
      kind: 'fenced',
      left: String(node['left']),
      right: String(node['right']),
      body,
      start: left.start,
      end,
    };
  }

  private rows(node: RawNode): TexNode {
    const source = Array.isArray(node['body']) ? node['body'] : [];
    const start = this.at;
    const rows = source.map((row: unknown) =>
      Array.isArray(row) ? row.map((cell: unknown) => this.list(cell)) : [],
    );
    const place = hull(rows.flat(2), this.text);
    return {
      kind: 'rows',
      rows,
      aligned: node['colSeparationType'] !== undefined || node['addJot'] === true,
      ...(place.start >= 0 ? place : { start, end: this.at }),
    };
  }

  private accent(label: string, content: unknown): TexNode {
    const from = this.at;
    const body = this.list(content);
    const inner = hull(body, this.text);
    return { kind: 'accent', label, body, ...widened(this.text, inner, from) };
  }

  private font(node: RawNode): TexNode {
    const from = this.at;
    const body = this.list(node['body']);
    const font = typeof node['font'] === 'string' ? node['font'] : 'mathbf';
    return { kind: 'font', font, body, ...widened(this.text, hull(body, this.text), from) };
  }

  private group(node: RawNode): TexNode {
    const outer = this.own(node);
    const body = this.list(node['body']);
    if (outer) this.at = Math.max(this.at, outer.end);
    return { kind: 'group', body, ...(outer ?? hull(body, this.text)) };
  }

  private space(node: RawNode): TexNode {
    const dimension = node['dimension'] as { number?: number; unit?: string } | undefined;
    const wide = dimension?.unit === 'em' && (dimension.number ?? 0) >= 1;
    return { kind: 'space', wide, ...unknownPlace };
  }

  private sizedDelimiter(node: RawNode): TexNode {
    const text = String(node['delim']);
    const place = this.find(text);
    const family = node['mclass'] === 'mopen' ? 'open' : node['mclass'] === 'mclose' ? 'close' : 'ordinary';
    return { kind: 'symbol', text, family, ...place };
  }

  private around<T extends { readonly body: readonly TexNode[] }>(node: T): T & Place {
    return { ...node, ...hull(node.body, this.text) };
  }

  private own(node: RawNode): Place | undefined {
    return node.loc?.lexer.input === this.text ? { start: node.loc.start, end: node.loc.end } : undefined;
  }

  private place(node: RawNode): Place {
    const place = this.own(node);
    if (!place) return unknownPlace;
    this.at = Math.max(this.at, place.end);
    return place;
  }

  /** The next occurrence of a piece of source, if only blanks, braces and commands stand before it. */
  private find(piece: string): Place {
    const start = this.text.indexOf(piece, this.at);
    if (start < 0 || start - this.at > 40) return unknownPlace;
    this.at = start + piece.length;
    return { start, end: this.at };
  }

  private commandBefore(pattern: RegExp): number {
    for (let i = this.at; i < Math.min(this.text.length, this.at + 40); i++) {
      pattern.lastIndex = i;
      if (pattern.test(this.text)) return i;
    }
    return -1;
  }
}

function isNode(value: unknown): value is RawNode {
  return typeof value === 'object' && value !== null && typeof (value as RawNode).type === 'string';
}

/** The smallest range around all nodes whose place is known, with the braces that stand around it. */
function hull(nodes: readonly TexNode[], text: string): Place {
  let start = -1;
  let end = -1;
  for (const node of nodes) {
    if (node.start < 0) continue;
    start = start < 0 ? node.start : Math.min(start, node.start);
    end = Math.max(end, node.end);
  }
  while (start > 0 && openBraces(text, start, end) > 0 && text[end] === '}') end++;
  return { start, end };
}

function openBraces(text: string, start: number, end: number): number {
  let open = 0;
  for (let i = start; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') open++;
    else if (text[i] === '}') open--;
  }
  return open;
}

/** The range of `\hat{y}` for that of the y in it: the command before and the brace behind, not before `from`. */
function widened(text: string, inner: Place, from: number): Place {
  if (inner.start < 0) return inner;
  let { start, end } = inner;
  const command = /\\[a-zA-Z]+\s*(\{\s*)?$/.exec(text.slice(from, start));
  if (!command) return inner;
  start = from + command.index;
  if (command[1] !== undefined) {
    while (text[end] === ' ') end++;
    if (text[end] === '}') end++;
  }
  return { start, end };
}

function afterDelimiter(text: string, at: number): number {
  const delimiter = /\s*(?:\\[a-zA-Z]+|\\.|.)/sy;
  delimiter.lastIndex = at;
  return delimiter.test(text) ? delimiter.lastIndex : at;
}

/** The letters of nodes that are nothing but letters, digits and hyphens; undefined for anything else. */
export function plainText(nodes: readonly TexNode[]): string | undefined {
  let text = '';
  for (const node of nodes) {
    if (node.kind === 'symbol') text += node.text;
    else if (node.kind === 'space') text += ' ';
    else if (node.kind === 'text' || node.kind === 'font' || node.kind === 'group') {
      const inner = plainText(node.body);
      if (inner === undefined) return undefined;
      text += inner;
    } else return undefined;
  }
  return text;
}
