/** One number of a list, as people write them in notes: `0.25`, `25%`, `1/4`, `\frac14`. */
const decimal = String.raw`[+\-\u2212]?(?:\d+(?:\.\d*)?|\.\d+)(?:\s*\\?[%％])?`;
const slashed = String.raw`[+\-\u2212]?\d+\s*\/\s*\d+`;
const fraction = String.raw`[+\-\u2212]?\\[dt]?frac\s*(?:\d\s*\d|\{\s*\d+\s*\}\s*\{\s*\d+\s*\}|\d\s*\{\s*\d+\s*\}|\{\s*\d+\s*\}\s*\d)`;

/** The source of a pattern that matches one number. */
export const entryPattern = `(?:${fraction}|${slashed}|${decimal})`;

/** The value of what `entryPattern` matched; undefined for anything else. */
export function entryValue(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/^\$+|\$+$/g, '')
    .replace(/\u2212/g, '-')
    .trim();
  const [, sign, top, bottom] =
    /^([+-]?)\\[dt]?frac\s*\{?\s*(\d+?)\s*\}?\s*\{?\s*(\d+)\s*\}?$/.exec(plain) ??
    /^([+-]?)(\d+)\s*\/\s*(\d+)$/.exec(plain) ??
    [];
  if (top !== undefined && bottom !== undefined)
    return (sign === '-' ? -1 : 1) * (Number(top) / Number(bottom));
  const [, digits, percent] = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(\\?[%％])?$/.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  return percent === undefined ? Number(digits) : Number(digits) / 100;
}
