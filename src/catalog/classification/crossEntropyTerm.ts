import type { Arguments } from '../formula';
import { numberOf, optionalNumber } from '../params';
import { bracketed } from '../tex';

type Digits = (x: number) => string;

/** More classes than this are shown by their first and last. */
const shown = 4;

/** The worked term of one sample: `-\ln\frac{e^{2}}{e^{2}+e^{1}}` of logits, `-\ln 0.7` of probabilities. */
export function crossEntropyTermTex(args: Arguments, index: number, digits: Digits): string {
  if (args.arrays.classIndex?.values[index] === optionalNumber(args.params, 'ignoreIndex')) return '0';
  const pieces = coefficients(args, index).flatMap(({ c, a }) => {
    if (a === 0) return [];
    const factor = a === 1 ? '' : `${bracketed(digits(a))}\\,`;
    return [`-${factor}${logTex(args, index, c, digits)}`];
  });
  if (pieces.length === 0) return '0';
  if (pieces.length <= shown) return pieces.join('');
  return `${pieces.slice(0, shown - 1).join('')}-\\cdots${pieces[pieces.length - 1]}`;
}

function coefficients(args: Arguments, row: number): { readonly c: number; readonly a: number }[] {
  const { classIndex, targetProbabilities, weight } = args.arrays;
  const smoothing = numberOf(args.params, 'labelSmoothing');
  const classes = classCount(args);
  return Array.from({ length: classes }, (_, c) => {
    const w = (k: number): number => weight?.values[k] ?? 1;
    if (targetProbabilities) {
      const t = targetProbabilities.values[row * classes + c];
      return { c, a: w(c) * (t * (1 - smoothing) + smoothing / classes) };
    }
    const hit = classIndex.values[row] === c ? (1 - smoothing) * w(c) : 0;
    return { c, a: hit + (smoothing / classes) * w(c) };
  });
}

function classCount({ arrays }: Arguments): number {
  return (arrays.logits ?? arrays.probabilities).shape[1];
}

function logTex(args: Arguments, row: number, c: number, digits: Digits): string {
  const { logits, probabilities } = args.arrays;
  const classes = classCount(args);
  if (probabilities) return `\\ln ${digits(probabilities.values[row * classes + c])}`;
  const powers = Array.from(
    logits.values.subarray(row * classes, (row + 1) * classes),
    (z) => `e^{${digits(z)}}`,
  );
  const sum =
    powers.length <= shown
      ? powers.join('+')
      : `${powers[0]}+${powers[1]}+\\cdots+${powers[powers.length - 1]}`;
  return `\\ln\\frac{${powers[c]}}{${sum}}`;
}
