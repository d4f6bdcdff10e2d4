import { plainText, type TexNode } from './katexTree';
import {
  accentNames,
  bars,
  binaries,
  closings,
  dots,
  openings,
  operatorNames,
  relations,
  separators,
  type Bracket,
} from './symbols';
import { canonicalSymbol, functionNames, greekLetters, wholeRuns, wordsInRuns } from './vocabulary';

/** What the expression parser reads: a flat list in which only two-dimensional things have parts. */
export type Token = {
  readonly start: number;
  readonly end: number;
  readonly sub?: readonly Token[];
  readonly sup?: readonly Token[];
  /** Where the token ends without its superscript. */
  readonly coreEnd?: number;
} & (
  | { readonly kind: 'number'; readonly value: number }
  /** A quantity's name. `lost` where it was written as bare letters (`delta`). */
  | { readonly kind: 'name'; readonly name: string; readonly lost?: boolean }
  | { readonly kind: 'function'; readonly name: string; readonly lost?: boolean }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'open'; readonly bracket: Bracket }
  | { readonly kind: 'close'; readonly bracket: Bracket }
  /** A bar whose side only the grammar knows. */
  | { readonly kind: 'bar'; readonly bracket: '|' | '‖' }
  | { readonly kind: 'binary'; readonly operator: string }
  | { readonly kind: 'relation'; readonly operator: string }
  | { readonly kind: 'separator'; readonly text: ',' | ';' | ':' }
  | {
      readonly kind: 'fraction';
      readonly numerator: readonly Token[];
      readonly denominator: readonly Token[];
    }
  | { readonly kind: 'root'; readonly body: readonly Token[]; readonly index?: readonly Token[] }
  | { readonly kind: 'accent'; readonly label: string; readonly body: readonly Token[] }
  | { readonly kind: 'group'; readonly body: readonly Token[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly (readonly Token[])[])[] }
  | { readonly kind: 'dots' }
  | { readonly kind: 'newline' }
  | { readonly kind: 'quad' }
  | { readonly kind: 'prime' }
);

/** The flat token list of a parsed formula: digits become numbers, letters words, fences brackets. */
export function tokensOf(nodes: readonly TexNode[]): readonly Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < nodes.length) {
    const digits = numberAt(nodes, i);
    if (digits > 0) {
      tokens.push(...numberTokens(nodes.slice(i, i + digits)));
      i += digits;
      continue;
    }
    const foreign = foreignAt(nodes, i);
    if (foreign > 0) {
      tokens.push(...textTokens(nodes.slice(i, i + foreign)));
      i += foreign;
      continue;
    }
    if (isCodeName(nodes, i)) {
      const [letter, digit] = [nodes[i]!, nodes[i + 1]!];
      const name = `${characterOf(letter)!}${characterOf(digit)!}`;
      tokens.push({ kind: 'name', name, start: letter.start, end: digit.end, ...scriptsOf(digit) });
      i += 2;
      continue;
    }
    const letters = lettersAt(nodes, i);
    if (letters > 0) {
      tokens.push(...(wholeName(nodes, i, letters) ?? wordTokens(nodes.slice(i, i + letters))));
      i += letters;
      continue;
    }
    tokens.push(...nodeTokens(nodes[i]!));
    i++;
  }
  return tokens;
}

// --- numbers -------------------------------------------------------------------------------------------------------

function characterOf(node: TexNode): string | undefined {
  if (node.kind === 'symbol') return node.text;
  if (node.kind === 'scripts' && node.base.length === 1) return characterOf(node.base[0]!);
  return undefined;
}

const isDigit = (text: string | undefined): boolean => text !== undefined && /^[0-9]$/.test(text);

/** How many nodes from `from` on make up one number: digits, one point; scripts only on the last digit. */
function numberAt(nodes: readonly TexNode[], from: number): number {
  let i = from;
  let points = 0;
  for (; i < nodes.length; i++) {
    const node = nodes[i]!;
    const text = characterOf(node);
    const pointInside = text === '.' && points === 0 && isDigit(nodes[i + 1] && characterOf(nodes[i + 1]!));
    if (pointInside) points++;
    else if (!isDigit(text)) break;
    if (node.kind === 'scripts') {
      i++;
      break;
    }
  }
  return i - from;
}

function numberTokens(nodes: readonly TexNode[]): readonly Token[] {
  const value = Number(nodes.map(characterOf).join(''));
  const last = nodes.at(-1)!;
  return [{ kind: 'number', value, start: nodes[0]!.start, end: last.end, ...scriptsOf(last) }];
}

// --- words ---------------------------------------------------------------------------------------------------------

function isLetter(node: TexNode | undefined): boolean {
  return node?.kind === 'symbol' && node.family === 'letter' && /^[a-zA-Z]$/.test(node.text);
}

/** `x1`: a letter with a digit right behind it, as documentation of code has it, alone among its letters. */
function isCodeName(nodes: readonly TexNode[], at: number): boolean {
  const [before, letter, digit, after] = [nodes[at - 1], nodes[at], nodes[at + 1], nodes[at + 2]];
  if (!isLetter(letter) || isLetter(before) || !digit || !isDigit(characterOf(digit))) return false;
  const number = after !== undefined && (isDigit(characterOf(after)) || characterOf(after) === '.');
  return !number && letter!.start >= 0 && letter!.end === digit.start;
}

function lettersAt(nodes: readonly TexNode[], from: number): number {
  let i = from;
  while (isLetter(nodes[i])) i++;
  const tail = nodes[i];
  const scripted = tail?.kind === 'scripts' && tail.base.length === 1 && isLetter(tail.base[0]);
  return scripted ? i + 1 - from : i - from;
}

function wordTokens(nodes: readonly TexNode[]): readonly Token[] {
  const run = nodes.map(characterOf).join('');
  const tokens: Token[] = [];
  let i = 0;
  while (i < run.length) {
    const word = wordAt(run, i);
    const first = nodes[i]!;
    const last = nodes[i + word.length - 1]!;
    const place = { start: first.start, end: last.end, ...scriptsOf(last) };
    tokens.push(wordToken(word, place));
    i += word.length;
  }
  return tokens;
}

/** Letters that are one name because they are all of a left side: `BS = …`, `Entropy(p) = …`. */
function wholeName(nodes: readonly TexNode[], from: number, count: number): readonly Token[] | undefined {
  if (from > 0 || count < 2) return undefined;
  const run = nodes
    .slice(from, from + count)
    .map(characterOf)
    .join('');
  const next = nodes[from + count];
  const last = nodes[from + count - 1]!;
  const equals = next?.kind === 'symbol' && next.text === '=';
  const applied = next?.kind === 'symbol' && next.text === '(' && count >= 4;
  const known = Object.hasOwn(functionNames, run) || wordsInRuns.some((word) => run.includes(word));
  if (known || !(equals || applied)) return undefined;
  return [wordToken(run, { start: nodes[from]!.start, end: last.end, ...scriptsOf(last) })];
}

function wordAt(run: string, from: number): string {
  if (from === 0 && wholeRuns.has(run)) return run;
  return wordsInRuns.find((word) => run.startsWith(word, from)) ?? run[from]!;
}

/** Letters of another script, which stand in mathematics without \\text. */
function foreignAt(nodes: readonly TexNode[], from: number): number {
  let i = from;
  for (; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (node.kind !== 'symbol' || node.family !== 'word') break;
  }
  return i - from;
}

type Placed = Pick<Token, 'start' | 'end' | 'sub' | 'sup' | 'coreEnd'>;

function wordToken(word: string, place: Placed): Token {
  if (word.length === 1) return { kind: 'name', name: word, ...place };
  if (Object.hasOwn(functionNames, word))
    return { kind: 'function', name: functionNames[word]!, lost: true, ...place };
  if (greekLetters.has(word)) return { kind: 'name', name: `\\${word}`, lost: true, ...place };
  if (/^(?:if|else|otherwise|and|or|for|when|where)$/.test(word))
    return { kind: 'words', text: word, ...place };
  return { kind: 'name', name: word, ...place };
}

// --- everything else -----------------------------------------------------------------------------------------------

/** The tokens of something that stands in braces because TeX wants them. */
function bare(nodes: readonly TexNode[]): readonly Token[] {
  const tokens = tokensOf(nodes);
  const only = tokens.length === 1 ? tokens[0]! : undefined;
  return only?.kind === 'group' && !only.sub && !only.sup ? only.body : tokens;
}

function scriptsOf(node: TexNode): { sub?: readonly Token[]; sup?: readonly Token[]; coreEnd?: number } {
  if (node.kind !== 'scripts') return {};
  const core = [...node.base, ...(node.sub ?? [])];
  return {
    ...(node.sup && { coreEnd: Math.max(...core.map((part) => part.end)) }),
    ...(node.sub && { sub: bare(node.sub) }),
    ...(node.sup && { sup: bare(node.sup) }),
  };
}

function nodeTokens(node: TexNode): readonly Token[] {
  const place = { start: node.start, end: node.end };
  switch (node.kind) {
    case 'symbol':
      return symbolTokens(node.text, node.family, place);
    case 'operator':
      return [operatorToken(node.name, place)];
    case 'scripts':
      return scriptedTokens(node);
    case 'fraction':
      return [
        { kind: 'fraction', numerator: bare(node.numerator), denominator: bare(node.denominator), ...place },
      ];
    case 'root':
      return [
        { kind: 'root', body: bare(node.body), ...(node.index && { index: bare(node.index) }), ...place },
      ];
    case 'fenced':
      return fencedTokens(node);
    case 'rows':
      return rowsTokens(node);
    case 'space':
      return node.wide ? [{ kind: 'quad', ...place }] : [];
    case 'newline':
      return [{ kind: 'newline', ...place }];
    default:
      return decoratedTokens(node);
  }
}

/** Nodes that are a body in some dress. */
function decoratedTokens(
  node: Extract<TexNode, { kind: 'accent' | 'font' | 'text' | 'group' | 'brace' }>,
): readonly Token[] {
  switch (node.kind) {
    case 'accent':
      return accentTokens(node.label, bare(node.body), { start: node.start, end: node.end });
    case 'font':
      return fontTokens(node);
    case 'text':
      return textTokens(node.body);
    case 'group':
      return groupTokens(node);
    case 'brace':
      return bare(node.body);
  }
}

/** A group in braces means itself, unless its border is needed: an operator written in braces is a plain symbol. */
function groupTokens(node: Extract<TexNode, { kind: 'group' }>): readonly Token[] {
  const body = tokensOf(node.body);
  if (body.length === 0) return [];
  if (body.length === 1) return [body[0]!];
  return [{ kind: 'group', body, start: node.start, end: node.end }];
}

function scriptedTokens(node: Extract<TexNode, { kind: 'scripts' }>): readonly Token[] {
  const scripts = scriptsOf(node);
  const base = tokensOf(node.base);
  if (base.length === 0) return prescripts(scripts);
  const last = base.at(-1)!;
  // \boldsymbol{y_i}^2, {p_i}^2: both scripts belong to the one name.
  const clash = (scripts.sub && last.sub) ?? (scripts.sup && last.sup);
  const place =
    base.length === 1 ? { start: node.start, end: node.end } : { start: last.start, end: node.end };
  const scripted: Token = clash
    ? { kind: 'group', body: [last], ...place, ...scripts }
    : ({ ...last, ...place, ...scripts } as Token);
  return [...base.slice(0, -1), scripted];
}

/** Scripts on nothing: a prime or a degree that stands alone carries no meaning of its own. */
function prescripts(scripts: { sup?: readonly Token[] }): readonly Token[] {
  return scripts.sup?.length === 1 && scripts.sup[0]!.kind === 'prime' ? [scripts.sup[0]] : [];
}

function symbolTokens(text: string, family: string, place: Placed): readonly Token[] {
  if (family === 'word') return [{ kind: 'words', text, ...place }];
  if (family === 'open' && text === '[') return [{ kind: 'open', bracket: '[', ...place }];
  const opening = openings[text];
  if (opening) return [{ kind: 'open', bracket: opening, ...place }];
  const closing = closings[text];
  if (closing) return [{ kind: 'close', bracket: closing, ...place }];
  const bar = bars[text];
  if (bar) return [barToken(bar, family, place)];
  if (relations[text] !== undefined) return [{ kind: 'relation', operator: relations[text], ...place }];
  if (binaries[text] !== undefined) return [{ kind: 'binary', operator: binaries[text], ...place }];
  if (dots.has(text)) return [{ kind: 'dots', ...place }];
  return otherSymbol(text, place);
}

function barToken(bracket: '|' | '‖', family: string, place: Placed): Token {
  if (family === 'open') return { kind: 'open', bracket, ...place };
  if (family === 'close') return { kind: 'close', bracket, ...place };
  return { kind: 'bar', bracket, ...place };
}

function otherSymbol(text: string, place: Placed): readonly Token[] {
  if (Object.hasOwn(separators, text)) return [{ kind: 'separator', text: separators[text]!, ...place }];
  switch (text) {
    case '\\prime':
    case '′':
      return [{ kind: 'prime', ...place }];
    case '\\surd':
      return [{ kind: 'function', name: 'sqrt', ...place }];
    case '\\infty':
    case '∞':
      return [{ kind: 'number', value: Infinity, ...place }];
    case '%':
    case '\\%':
      return [{ kind: 'words', text: '%', ...place }];
    default:
      return [{ kind: 'name', name: canonicalSymbol(text), ...place }];
  }
}

function operatorToken(name: string, place: Placed): Token {
  const known = operatorNames[name];
  if (known === 'Pr') return { kind: 'name', name: 'P', ...place };
  if (known !== undefined) return { kind: 'function', name: known, ...place };
  return namedToken(name.replace(/^\\/, '').replace(/\*$/, ''), place);
}

/** An upright word: a function, a connective, or a name of several letters. */
function namedToken(word: string, place: Placed): Token {
  const plain = word.trim();
  const bare = plain.replace(/[\s-]/g, '');
  if (Object.hasOwn(functionNames, bare)) return { kind: 'function', name: functionNames[bare]!, ...place };
  if (/^[a-zA-Z]$/.test(plain)) return { kind: 'name', name: plain, ...place };
  if (/^[0-9.]+$/.test(plain)) return { kind: 'number', value: Number(plain), ...place };
  return { kind: 'words', text: word, ...place };
}

function fencedTokens(node: Extract<TexNode, { kind: 'fenced' }>): readonly Token[] {
  const open = node.right === '.';
  const brace = node.left === '\\{' || node.left === '\\lbrace';
  const body = tokensOf(open && brace ? node.body.map(asAlternatives) : node.body);
  if (open && (brace || node.left === '.')) return body;
  return [...leftFence(node), ...body, ...rightFence(node)];
}

type Fenced = Extract<TexNode, { kind: 'fenced' }>;

function leftFence({ left, start }: Fenced): readonly Token[] {
  const bracket = openings[left] ?? bars[left] ?? closings[left];
  const end = start < 0 ? -1 : start + '\\left'.length + left.length;
  return bracket ? [{ kind: 'open', bracket, start, end }] : [];
}

function rightFence({ right, end }: Fenced): readonly Token[] {
  const bracket = closings[right] ?? bars[right] ?? openings[right];
  const start = end < 0 ? -1 : end - '\\right'.length - right.length;
  return bracket ? [{ kind: 'close', bracket, start, end }] : [];
}

/** Rows behind a brace are alternatives, in whatever environment they stand. */
function asAlternatives(node: TexNode): TexNode {
  return node.kind === 'rows' ? { ...node, aligned: false } : node;
}

function rowsTokens(node: Extract<TexNode, { kind: 'rows' }>): readonly Token[] {
  const rows = node.rows.map((row) => row.map(bare));
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  const single = filled.length === 1;
  if (!node.aligned && !single) return [{ kind: 'rows', rows: filled, start: node.start, end: node.end }];
  return filled.flatMap((row, i) => {
    const cells = row.flat();
    return i === 0 ? cells : [{ kind: 'newline' as const, start: -1, end: -1 }, ...cells];
  });
}

const styleFonts: ReadonlySet<string> = new Set([
  'mathbf',
  'boldsymbol',
  'mathit',
  'mathnormal',
  'mathsf',
  'mathtt',
  'textbf',
]);

function fontTokens(node: Extract<TexNode, { kind: 'font' }>): readonly Token[] {
  const place = { start: node.start, end: node.end };
  const word = plainText(node.body);
  if (word !== undefined && word.replace(/\s/g, '').length > 1 && /^[\p{L}\p{N}\s.+-]*$/u.test(word)) {
    return [namedToken(word, place)];
  }
  const body = bare(node.body);
  const only = body.length === 1 ? body[0]! : undefined;
  if (!only) return body;
  const widened = { ...only, ...place };
  if (only.kind === 'number' && only.value === 1 && node.font !== 'mathrm' && node.font !== 'mathit') {
    return [{ kind: 'name', name: '\\mathbb 1', ...place }];
  }
  if (only.kind !== 'name' || styleFonts.has(node.font) || node.font === 'mathrm') return [widened];
  return [{ ...widened, name: `\\${node.font} ${only.name}` } as Token];
}

function accentTokens(label: string, body: readonly Token[], place: Placed): readonly Token[] {
  const spelled = accentNames[label] ?? label;
  const only = body.length === 1 ? body[0]! : undefined;
  if (only?.kind === 'name') {
    if (spelled === '') return [{ ...only, start: place.start, end: place.end }];
    return [{ ...only, name: `${spelled} ${only.name}`, start: place.start, end: place.end }];
  }
  return [{ kind: 'accent', label: spelled, body, ...place }];
}

function textTokens(body: readonly TexNode[]): readonly Token[] {
  const tokens: Token[] = [];
  let words: TexNode[] = [];
  const flush = (): void => {
    const text = plainText(words) ?? '';
    const placed = words.filter((node) => node.start >= 0);
    if (text.trim() !== '') {
      tokens.push(namedToken(text, { start: placed[0]?.start ?? -1, end: placed.at(-1)?.end ?? -1 }));
    }
    words = [];
  };
  for (const node of body) {
    const isWord = node.kind === 'space' || (node.kind === 'symbol' && node.family === 'word');
    if (isWord) words.push(node);
    else {
      flush();
      tokens.push(...nodeTokens(node));
    }
  }
  flush();
  return tokens;
}
