import type { Locale } from '../../base/text';
import { type TexNode, parseTex } from '../../latex/katexTree';
import { bracketed, isBar, isDoubleBar, type Item } from './brackets';
import { accentPattern, nameOf, patterns, rangingName } from './vocabulary';

/** Longer descriptions are cut: nobody listens to them, and they count against the length of a hover. */
const longest = 600;

/**
 * A formula in plain words, as one would read it aloud: `-\sum_i p_i \log p_i` is "minus sum over i of p sub i times log
 * p sub i". Brackets stay where the words alone would be ambiguous. TeX that cannot be parsed is returned as it is.
 */
export function speak(tex: string, locale: Locale, macros: { readonly [name: string]: string } = {}): string {
  if (tex.length > longestSource) return cut(tex);
  const tree = parseTex(tex, macros);
  const words = tree.ok ? new Reader(locale).list(tree.nodes) : tex;
  return cut(words);
}

/** Longer sources are no formulas. */
const longestSource = 8000;

function cut(words: string): string {
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}

/** A piece of speech, and how it binds to its neighbours. */
interface Spoken {
  readonly text: string;
  /** An `operand` is multiplied with a neighbouring one, a `prefix` (log, sum over i of) with what stands before it. */
  readonly kind: 'operand' | 'prefix' | 'operator' | 'mark';
  /** A name that brackets behind it are the arguments of. */
  readonly callable?: boolean;
  /** Brackets: what stands in them. */
  readonly inner?: string;
}

type Composite = Extract<
  TexNode,
  { readonly kind: 'fraction' | 'root' | 'accent' | 'font' | 'text' | 'rows' }
>;

type Pattern = keyof typeof patterns;

class Reader {
  constructor(private readonly locale: Locale) {}

  list(nodes: readonly TexNode[]): string {
    const spoken = bracketed(unwrapped(nodes)).flatMap((item) => this.item(item));
    return this.join(withNumbers(spoken));
  }

  private join(pieces: readonly Spoken[]): string {
    const out: string[] = [];
    let previous: Spoken | undefined;
    for (const piece of pieces) {
      if (piece.inner !== undefined && previous?.callable) {
        out.push(this.fill('applied', out.pop() ?? '', this.argument(piece)));
        previous = { text: '', kind: 'operand' };
        continue;
      }
      // The d of a differential is no factor.
      const multiplies = previous?.kind === 'operand' && previous.text !== 'd';
      if (multiplies && (piece.kind === 'operand' || piece.kind === 'prefix')) {
        out.push(this.phrase('times'));
      }
      const unary = piece.text === nameOf('-', this.locale) && (!previous || previous.kind !== 'operand');
      out.push(unary ? this.phrase('negative') : piece.text);
      previous = piece;
    }
    return out
      .join(' ')
      .replace(/ ([,;.:：；，])/g, '$1')
      .replace(/([：；，]) /g, '$1')
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** In English "f of x" needs no brackets round a single word; Chinese patterns bring their own. */
  private argument(piece: Spoken): string {
    const inner = piece.inner ?? '';
    return this.locale === 'en' && / /.test(inner) ? `(${inner})` : inner;
  }

  private item(item: Item): readonly Spoken[] {
    switch (item.kind) {
      case 'brackets':
      case 'fenced':
        return [this.brackets(item.left, item.right, item.body)];
      case 'symbol':
        return [this.symbol(item)];
      case 'operator':
        return [this.operator(item.name)];
      case 'scripts':
        return [this.scripts(item.base, item.sub, item.sup)];
      case 'group':
      case 'brace':
        return bracketed(unwrapped(item.body)).flatMap((inner) => this.item(inner));
      case 'newline':
        return [{ text: ';', kind: 'mark' }];
      case 'space':
        return [];
      default:
        return [this.composite(item)];
    }
  }

  private composite(item: Composite): Spoken {
    switch (item.kind) {
      case 'fraction':
        return operand(this.fraction(item.numerator, item.denominator, item.bar));
      case 'root':
        return operand(this.root(item.body, item.index));
      case 'accent':
        return name(accentPattern(item.label, this.locale).replace('{0}', this.list(item.body)));
      case 'font':
        return name(this.name(item.body));
      case 'text':
        return { text: textOf(item.body, this.locale), kind: 'mark' };
      case 'rows':
        return operand(this.rows(item.rows));
    }
  }

  private symbol(symbol: TexNode & { readonly kind: 'symbol' }): Spoken {
    const text = nameOf(symbol.text, this.locale);
    switch (symbol.family) {
      case 'letter':
        return { text, kind: 'operand', callable: isFunctionLetter(symbol.text) };
      case 'binary':
      case 'relation':
        return { text, kind: 'operator' };
      case 'ordinary':
        return { text, kind: ordinaryKind(symbol.text), callable: symbol.text === '\\ell' };
      default:
        return { text, kind: 'mark' };
    }
  }

  private operator(name: string): Spoken {
    const ranging = rangingName(name, this.locale);
    if (ranging !== undefined) return { text: this.fill('ofAll', ranging), kind: 'prefix' };
    return { text: nameOf(name, this.locale), kind: 'prefix', callable: true };
  }

  private scripts(base: readonly TexNode[], sub: Script, sup: Script): Spoken {
    const [only] = base;
    if (base.length === 1 && only.kind === 'operator') return this.operatorScripts(only.name, sub, sup);
    const callable = isName(base);
    const named = base.length === 0 ? '' : this.part(base);
    const indexed = sub ? this.fill('sub', named, bare(this.list(sub))) : named;
    return { text: sup ? this.power(indexed, sup) : indexed, kind: 'operand', callable };
  }

  private operatorScripts(name: string, sub: Script, sup: Script): Spoken {
    const lower = sub && this.list(sub);
    const ranging = rangingName(name, this.locale);
    if (ranging !== undefined) return { text: this.range(ranging, lower, sup), kind: 'prefix' };
    let text = nameOf(name, this.locale);
    if (sup) text = this.power(text, sup);
    if (lower === undefined) return { text, kind: 'prefix', callable: true };
    const isLogarithm = name === '\\log' || name === '\\lg';
    return { text: this.fill(isLogarithm ? 'base' : 'overRange', text, lower), kind: 'prefix' };
  }

  private range(name: string, lower: string | undefined, sup: Script): string {
    if (lower === undefined) return this.fill('ofAll', name);
    return sup ? this.fill('fromTo', name, lower, this.list(sup)) : this.fill('over', name, lower);
  }

  private power(base: string, sup: readonly TexNode[]): string {
    const exponent = this.list(sup);
    const sign = signOf(sup);
    if (sign === '2') return this.fill('squared', base);
    if (sign === '3') return this.fill('cubed', base);
    if (sign === 'T' || sign === '\\top' || sign === '\\intercal') return this.fill('transposed', base);
    const isMark =
      sign !== undefined && ['*', '\\ast', '\\star', '\\prime', '+', '-', '\\dagger'].includes(sign);
    if (isMark) return this.fill('superscript', base, nameOf(sign === '*' ? '\\ast' : sign, this.locale));
    return this.fill('power', base, exponent.includes(' ') ? `(${exponent})` : exponent);
  }

  private fraction(numerator: readonly TexNode[], denominator: readonly TexNode[], bar: boolean): string {
    if (bar && signOf(numerator) === '1' && signOf(denominator) === '2') return this.phrase('half');
    return this.fill(bar ? 'fraction' : 'choose', this.part(numerator), this.part(denominator));
  }

  private root(body: readonly TexNode[], index: Script): string {
    if (index && signOf(index) === '3') return this.fill('cubeRoot', this.part(body));
    if (index) return this.fill('nthRoot', this.part(body), this.list(index));
    return this.fill('squareRoot', this.part(body));
  }

  private brackets(left: string, right: string, body: readonly TexNode[]): Spoken {
    const inner = this.list(body);
    if (isBar(left) && isBar(right)) return operand(this.fill('absolute', bare(inner)));
    if (isDoubleBar(left) && isDoubleBar(right)) return operand(this.fill('norm', bare(inner)));
    if (/floor$/.test(left)) return operand(this.fill('floor', bare(inner)));
    if (/ceil$/.test(left)) return operand(this.fill('ceiling', bare(inner)));
    // A one-sided bar says where to evaluate; its subscript tells.
    const open = left === '.' ? '' : nameOf(left, this.locale);
    const close = right === '.' || left === '.' ? '' : nameOf(right, this.locale);
    const isCases = body.length === 1 && body[0].kind === 'rows';
    const text = isCases ? inner : `${open}${inner}${close}`;
    return { text, kind: 'operand', inner };
  }

  /** Rows of cases, matrices and aligned equations. */
  private rows(rows: readonly (readonly (readonly TexNode[])[])[]): string {
    const texts = rows.map((row) =>
      row
        .map((cell) => this.list(cell))
        .filter(Boolean)
        .join(', '),
    );
    return texts.filter(Boolean).join('; ');
  }

  /** A part that belongs together; in brackets when its words would run into those around it. */
  private part(nodes: readonly TexNode[]): string {
    const text = this.list(nodes);
    return unwrapped(nodes).length > 1 && / /.test(text) && !/^[([{].*[)\]}]$/.test(text)
      ? `(${text})`
      : text;
  }

  /** Letters in one font are one name: \mathrm{KL}. */
  private name(nodes: readonly TexNode[]): string {
    const flat = unwrapped(nodes);
    const letters = flat.every((node) => node.kind === 'symbol' && /^[a-zA-Z]$/.test(node.text));
    return letters
      ? flat.map((node) => (node.kind === 'symbol' ? node.text : '')).join('')
      : this.list(nodes);
  }

  private phrase(name: Pattern): string {
    return patterns[name][this.locale];
  }

  private fill(name: Pattern, ...parts: readonly string[]): string {
    return this.phrase(name).replace(/\{(\d)\}/g, (_blank, index: string) => parts[Number(index)] ?? '');
  }
}

type Script = readonly TexNode[] | undefined;

function operand(text: string): Spoken {
  return { text, kind: 'operand' };
}

function name(text: string): Spoken {
  return { text, kind: 'operand', callable: true };
}

/** Letters that usually are factors: before brackets they multiply, others are applied. */
const factors = new Set([
  ...'abcijkmntwxyz',
  ...['\\alpha', '\\beta', '\\gamma', '\\delta', '\\epsilon', '\\varepsilon', '\\eta', '\\theta', '\\kappa'],
  ...['\\lambda', '\\mu', '\\nu', '\\xi', '\\pi', '\\tau', '\\omega'],
]);

function isFunctionLetter(sign: string): boolean {
  return !factors.has(sign);
}

function ordinaryKind(sign: string): Spoken['kind'] {
  if (['/', '≠', '∉'].includes(sign)) return 'operator';
  if (sign === '!') return 'mark';
  if (sign === '\\nabla' || sign === '\\partial' || sign === '\\forall' || sign === '\\exists')
    return 'prefix';
  if (/dots$/.test(sign) || isBar(sign) || isDoubleBar(sign)) return 'operator';
  return 'operand';
}

function bare(text: string): string {
  return / /.test(text) ? `(${text})` : text;
}

/** A single group's content in place of the group. */
function unwrapped(nodes: readonly TexNode[]): readonly TexNode[] {
  const [only] = nodes;
  return nodes.length === 1 && only.kind === 'group' ? unwrapped(only.body) : nodes;
}

/** The one sign that nodes consist of. */
function signOf(nodes: readonly TexNode[]): string | undefined {
  const flat = unwrapped(nodes);
  if (flat.length !== 1) return undefined;
  const [only] = flat;
  if (only.kind === 'font') return signOf(only.body);
  return only.kind === 'symbol' ? only.text : undefined;
}

function isName(nodes: readonly TexNode[]): boolean {
  const [only] = unwrapped(nodes);
  if (nodes.length !== 1 || only === undefined) return false;
  if (only.kind === 'symbol') return only.family === 'letter' && isFunctionLetter(only.text);
  return only.kind === 'font' || only.kind === 'accent' || only.kind === 'operator';
}

function textOf(nodes: readonly TexNode[], locale: Locale): string {
  return nodes
    .map((node) => {
      if (node.kind === 'symbol') return nameOf(node.text, locale);
      if (node.kind === 'space') return ' ';
      return 'body' in node && node.body ? textOf(node.body, locale) : '';
    })
    .join('')
    .replaceAll('ı', 'i')
    .trim();
}

/** Digits in a row are one number: 1 0 . 5 is 10.5. */
function withNumbers(pieces: readonly Spoken[]): readonly Spoken[] {
  const merged: Spoken[] = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    const isDigit = /^[\d.]+$/.test(piece.text);
    if (last && isDigit && /^[\d.]+$/.test(last.text))
      merged[merged.length - 1] = operand(last.text + piece.text);
    else merged.push(isDigit ? { ...piece, kind: 'operand' } : piece);
  }
  return merged;
}
