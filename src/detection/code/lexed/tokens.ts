/** A piece of code that is neither blank nor a comment. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'break';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How a language is cut into tokens. */
export interface Lexicon {
  /** Sticky patterns: what is passed over, and the kinds in the order in which they are tried. */
  readonly blank: RegExp;
  readonly name: RegExp;
  readonly number: RegExp;
  readonly string: RegExp;
  readonly sign: RegExp;
  /** Whether a quote behind a value transposes it. */
  readonly transposes: boolean;
}

/** Cuts a text into tokens; a character that fits nothing is left out. */
export function tokenize(text: string, lexicon: Lexicon): readonly Token[] {
  const tokens: Token[] = [];
  const match = (pattern: RegExp, at: number): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  for (let at = 0; at < text.length;) {
    const blank = match(lexicon.blank, at);
    if (blank) {
      at += blank.length;
      continue;
    }
    const isTransposed = lexicon.transposes && text.charAt(at) === "'" && followsValue(tokens, at);
    const token = isTransposed ? undefined : nextToken(at, lexicon, match);
    if (token) tokens.push(token);
    at = token ? token.end : at + 1;
  }
  return tokens;
}

function nextToken(
  at: number,
  lexicon: Lexicon,
  match: (pattern: RegExp, at: number) => string | undefined,
): Token | undefined {
  for (const kind of ['name', 'number', 'string'] as const) {
    const text = match(lexicon[kind], at);
    if (text) return { kind, text, start: at, end: at + text.length };
  }
  const text = match(lexicon.sign, at);
  if (text === undefined || text === '') return undefined;
  return { kind: text === '\n' ? 'break' : 'sign', text, start: at, end: at + text.length };
}

function followsValue(tokens: readonly Token[], at: number): boolean {
  const last = tokens.at(-1);
  if (last?.end !== at) return false;
  return last.kind === 'name' || last.kind === 'number' || /^[)\]}']$/.test(last.text);
}

const number = /(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?L?/y;

export const julia: Lexicon = {
  blank: /[ \t\r]+|#=[^]*?(?:=#|$)|#[^\n]*/y,
  name: /[\p{L}_][\p{L}\p{M}\p{N}_!]*/uy,
  number,
  string: /"""[^]*?(?:"""|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)'/y,
  sign: /\n|::|->|=>|==|<=|>=|!=|\+=|-=|\*=|\/=|\.\(|[^\s\w]/y,
  transposes: true,
};

export const r: Lexicon = {
  blank: /[ \t\r]+|#[^\n]*/y,
  name: /(?:[\p{L}]|\.(?!\d))[\p{L}\p{N}._]*|`[^`\n]*`/uy,
  number,
  string: /"(?:[^"\\]|\\[^])*"?|'(?:[^'\\]|\\[^])*'?/y,
  sign: /\n|:::?|<<-|<-|->|==|<=|>=|!=|%[^%\n]*%|\|>|[^\s\w]/y,
  transposes: false,
};

export const matlab: Lexicon = {
  blank: /[ \t\r]+|\.\.\.[^\n]*\n?|%\{[^]*?(?:%\}|$)|[%#][^\n]*/y,
  name: /[A-Za-z]\w*/y,
  number,
  string: /"(?:[^"\n]|"")*"?|'(?:[^'\n]|'')*'?/y,
  sign: /\n|==|<=|>=|~=|\.[*/^\\']|[^\s\w]/y,
  transposes: true,
};
