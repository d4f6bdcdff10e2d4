import { letterSize } from './svg';

/** About how wide a text is in a system font, in pixels: Chinese letters are square, others half as wide. */
export function textWidth(text: string, size: number = letterSize): number {
  let em = 0;
  for (const letter of text) em += letter >= '\u2e80' ? 1 : 0.56;
  return em * size;
}

/** A number for an axis or a label: up to `digits` significant ones, with a true minus. */
export function shortNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text =
    size !== 0 && (size >= 1e6 || size < 1e-4)
      ? exponential(value, digits)
      : String(Number(value.toPrecision(digits)));
  return text.replace('-', '−');
}

function exponential(value: number, digits: number): string {
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  return `${Number(mantissa)}e${Number(exponent)}`;
}

/** Text cut to a width, with an ellipsis. */
export function fitted(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join('')}…`) > width) letters.pop();
  return letters.length > 0 ? `${letters.join('')}…` : '';
}

const greek: { readonly [command: string]: string } = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  omega: 'ω',
};

/** A parameter's TeX symbol as plain text: `\delta` gives δ, `m_{1}` gives m1. */
export function plainSymbol(tex: string): string {
  return tex
    .replace(/\\([a-zA-Z]+)/g, (_command, name: string) => greek[name] ?? '')
    .replace(/[{}_^\\$]/g, '')
    .trim();
}
