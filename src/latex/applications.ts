import type { Token } from './tokens';

/** The index of the bracket that closes the one at `open`, or -1. */
export function matchingClose(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close' && --depth === 0) return i;
  }
  return -1;
}

const alwaysFunctions =
  /^(?:[fghFGDLJRSQ]|l|\\ell|\\mathcal [LJFDRHIKE]|\\phi|\\psi|\\rho|\\hat f|\\mathbf f|[HI]|\\mathrm [HI]|\\mathbb [HI])$/;
const neverFunctions =
  /^(?:\\alpha|\\beta|\\gamma|\\delta|\\epsilon|\\lambda|\\tau|\\eta|\\omega|\\kappa|\\xi|\\Delta|[NnMmKC])$/;

/**
 * Whether `name` before the bracket at `open` is a function applied to what stands in it, or a factor:
 * `p(x_i)` and `f(Wx+b)` against `p(1-p)` and `\alpha(1-p_t)`.
 */
export function isApplication(name: string, tokens: readonly Token[], open: number): boolean {
  const close = matchingClose(tokens, open);
  if (close < 0 || close === open + 1) return close >= 0;
  const inner = tokens.slice(open + 1, close);
  if (separatesArguments(inner)) return true;
  const plain = name.replace(/_\{.*\}|\^\{.*\}|'+$/g, '');
  if (neverFunctions.test(plain)) return false;
  if (alwaysFunctions.test(plain)) return true;
  return isVariableList(inner);
}

/** A comma, a semicolon, an equals sign or a conditional bar at the top level of the bracket. */
function separatesArguments(tokens: readonly Token[]): boolean {
  let depth = 0;
  let bars = 0;
  let lone = false;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
    else if (depth > 0) continue;
    else if (token.kind === 'separator' && token.text !== ':') return true;
    else if (token.kind === 'relation' && token.operator === '=') return true;
    else if (token.kind === 'bar') {
      bars++;
      lone = true;
    }
  }
  return lone && bars % 2 === 1;
}

/** Whether the square bracket at `open` holds nothing but an index. */
export function isElement(tokens: readonly Token[], open: number): boolean {
  const close = matchingClose(tokens, open);
  const inner = tokens.slice(open + 1, close);
  const [only] = inner;
  return close > 0 && inner.length === 1 && (only?.kind === 'name' || only?.kind === 'number') && !only.sup;
}

/** One quantity, or several side by side, without any arithmetic. */
function isVariableList(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'open') {
      // Brackets inside are fine after a name: p(f(x)).
      if (depth === 0 && tokens[i - 1]?.kind !== 'name') return false;
      depth++;
    } else if (token.kind === 'close') depth--;
    else if (depth > 0) continue;
    else if (token.kind === 'name') {
      const powered = token.sup?.some((part) => part.kind === 'number');
      if (powered) return false;
    } else if (token.kind !== 'number' && token.kind !== 'words') return false;
  }
  return tokens.filter((token) => token.kind === 'name').length <= 2;
}
