import type { Expression, Index } from './expression';
import type { Token } from './tokens';

/** What the sub- and superscripts of a name say. */
export interface Scripts {
  /** The part that belongs to the name: `_{true}`, `^*`, `'`. */
  readonly label: string;
  readonly indices: readonly Index[];
  readonly exponent?: Expression;
  readonly transposed: boolean;
  /** `[x]_+`: the positive part. */
  readonly positivePart: boolean;
}

type Parse = (tokens: readonly Token[]) => Expression | undefined;

export function readScripts(token: Token, parse: Parse): Scripts {
  const sub = token.sub ? readSubscript(token.sub, parse) : { label: '', indices: [], positivePart: false };
  const sup = token.sup ? readSuperscript(token.sup, parse) : noSuperscript;
  return {
    label: sub.label + sup.label,
    // y_j^{(i)}: the sample stands above, the class below.
    indices: [...sup.indices, ...sub.indices],
    ...(sup.exponent && { exponent: sup.exponent }),
    transposed: sup.transposed,
    positivePart: sub.positivePart,
  };
}

interface Subscript {
  readonly label: string;
  readonly indices: readonly Index[];
  readonly positivePart: boolean;
}

function readSubscript(tokens: readonly Token[], parse: Parse): Subscript {
  const only = tokens.length === 1 ? tokens[0]! : undefined;
  if (only?.kind === 'binary' && only.operator === '+') return { label: '', indices: [], positivePart: true };
  const labels: string[] = [];
  const indices: Index[] = [];
  for (const piece of pieces(tokens)) {
    const read = readPiece(piece, parse);
    if (typeof read === 'string') labels.push(read);
    else indices.push(...read);
  }
  return { label: labels.length > 0 ? `_{${labels.join(',')}}` : '', indices, positivePart: false };
}

function pieces(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const all: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth === 0 && (token.kind === 'separator' || token.kind === 'bar')) all.push([]);
    else all.at(-1)!.push(token);
  }
  return all.filter((piece) => piece.length > 0);
}

/** Letters that usually count something; a run of others is a word. */
const indexLetters = /^[a-dhijklmnrstuvxyz]+$/;

/** One part of a subscript: a label, or one index for each letter that stands there. */
function readPiece(written: readonly Token[], parse: Parse): string | readonly Index[] {
  const tokens = written.length > 1 ? written.filter((token) => !isPlaceholder(token)) : written;
  if (tokens.every(isPlainName)) {
    const letters = tokens.map((token) => token.name).join('');
    if (tokens.length >= 3 && !(indexLetters.test(letters) && tokens.length === 3)) return letters;
    if (tokens.every((token) => token.name.length === 1)) return tokens.map(variable);
    if (tokens.length === 1 && letters === 'class') return tokens.map(variable);
    if (tokens.length === 1 && /^[a-zA-Z]{2,}$/.test(tokens[0]!.name)) return letters;
  }
  if (tokens.some((token) => token.kind === 'words' || token.kind === 'function')) return spelled(tokens);
  if (tokens.every((token) => token.kind === 'name' || token.kind === 'number')) {
    const each = tokens.map((token) => parse([token]));
    if (each.every((index) => index !== undefined)) return each;
  }
  const expression = parse(tokens);
  return expression ? [expression] : spelled(tokens);
}

/** The dot of a marginal: p_{i\cdot}. */
function isPlaceholder(token: Token): boolean {
  return token.kind === 'dots' || (token.kind === 'binary' && token.operator === '\\cdot');
}

function isPlainName(token: Token): token is Extract<Token, { kind: 'name' }> {
  return token.kind === 'name' && !token.sub && !token.sup && !token.name.startsWith('\\');
}

function variable(token: Extract<Token, { kind: 'name' }>): Expression {
  return { kind: 'variable', name: token.name, indices: [], range: { start: token.start, end: token.end } };
}

/** Tokens as the text of a label. */
export function spelled(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      switch (token.kind) {
        case 'words':
          return token.text.trim();
        case 'name':
        case 'function':
          return token.name + (token.sub ? `_${spelled(token.sub)}` : '');
        case 'number':
          return String(token.value);
        case 'binary':
        case 'relation':
          return token.operator;
        case 'group':
          return spelled(token.body);
        case 'open':
        case 'close':
        case 'bar':
          return token.bracket;
        default:
          return '';
      }
    })
    .join('');
}

interface Superscript {
  readonly label: string;
  readonly indices: readonly Index[];
  readonly exponent?: Expression;
  readonly transposed: boolean;
}

const noSuperscript: Superscript = { label: '', indices: [], transposed: false };

function readSuperscript(tokens: readonly Token[], parse: Parse): Superscript {
  const primes = tokens.filter((token) => token.kind === 'prime').length;
  const rest = tokens.filter((token) => token.kind !== 'prime');
  if (primes > 0)
    return { ...(rest.length > 0 ? readSuperscript(rest, parse) : noSuperscript), label: "'".repeat(primes) };
  const only = rest.length === 1 ? rest[0]! : undefined;
  if (only && isTranspose(only)) return { ...noSuperscript, transposed: true };
  if (only?.kind === 'binary' || isMark(only)) return { ...noSuperscript, label: `^{${spelled(rest)}}` };
  if (rest.some((token) => token.kind === 'words')) return { ...noSuperscript, label: `^{${spelled(rest)}}` };
  const inner = bracketed(rest);
  if (inner) {
    const read = readSubscript(inner, parse);
    return { ...noSuperscript, label: read.label, indices: read.indices };
  }
  const exponent = parse(rest);
  return exponent ? { ...noSuperscript, exponent } : { ...noSuperscript, label: `^{${spelled(rest)}}` };
}

function isTranspose(token: Token): boolean {
  return token.kind === 'name' && /^(?:T|\\top|\\intercal|⊤|\\mathsf T)$/.test(token.name);
}

function isMark(token: Token | undefined): boolean {
  return token?.kind === 'name' && /^(?:\\star|\\dagger|\\circ|\\ast)$/.test(token.name);
}

/** What stands inside brackets that enclose everything: `^{(i)}`, `^{[i]}`. */
function bracketed(tokens: readonly Token[]): readonly Token[] | undefined {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first?.kind !== 'open' || last?.kind !== 'close' || first.bracket !== last.bracket) return undefined;
  const inner = tokens.slice(1, -1);
  return inner.some((token) => token.kind === 'open' || token.kind === 'close' || token.kind === 'binary')
    ? undefined
    : inner;
}
