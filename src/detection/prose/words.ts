/** A word or a Han character of prose, in the form in which names are compared. */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Whether it begins and ends where a written word does: `Cross` in `CrossEntropy` only begins. */
  readonly opens: boolean;
  readonly closes: boolean;
}

const greek: { readonly [letter: string]: string } = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ϵ: 'epsilon',
  λ: 'lambda',
  ℓ: 'l',
};

/** Endings of plurals and of British spelling. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(ss|x)es$/, '$1'],
  [/([^aeiou])ies$/, '$1y'],
  [/(^..+[^su])s$/, '$1'],
  [/isation$/, 'ization'],
  [/(al|r|m|n)ised$/, '$1ized'],
];

const remembered = new Map<string, string>();

/** The form in which a word is compared: lower case, without accents, plural or British endings. */
export function keyOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) {
    return known;
  }
  if (remembered.size > 20_000) {
    remembered.clear();
  }
  const key = computeKey(word);
  remembered.set(word, key);
  return key;
}

function computeKey(word: string): string {
  let key = word.toLowerCase();
  // Normalising is only worth its price beyond ASCII.
  if (/[^a-z0-9]/.test(key)) {
    key = key.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
    key = key.replace(/[αβγδεϵλℓ]/g, (letter) => greek[letter]!);
  }
  if (/^[a-z]{4,}$/.test(key)) {
    for (const [ending, replacement] of endings) {
      key = key.replace(ending, replacement);
    }
  }
  return key;
}

/** The parts of a written word: `SmoothL1Loss` is smooth, L1 and loss. */
export function partsOf(word: string): readonly string[] {
  if (!/[a-z\d][A-Z]|[A-Z]{2}[a-z]/.test(word)) {
    return [word];
  }
  return /^[A-Z]{2,}s$/.test(word)
    ? [word.slice(0, -1)]
    : word.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
}

/** One run of letters and digits, or one Han character. */
export const writtenWord = /[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])[\p{L}\p{N}])+/gu;

/** What may stand between the words of one name. */
const joint =
  /^(?:[ \t\u00a0]*(?:\r?\n[ \t>]*)?|[ \t]?[-\u2010-\u2015\u2212·\\_*~'\u2019]{1,4}[ \t]?(?:\r?\n[ \t>]*)?|['\u2019]s[ \t])$/;

export function joins(gap: string): boolean {
  return gap === '' || gap === ' ' || (gap.length <= 24 && joint.test(gap));
}

/** The words of a name, as keys. */
export function keysOf(name: string): readonly string[] {
  const keys: string[] = [];
  for (const found of name.replace(/['\u2019]s\b/g, '').matchAll(writtenWord)) {
    keys.push(...partsOf(found[0]).map(keyOf));
  }
  return keys;
}

export function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** Letters and digits beyond ASCII of which written words are made: Latin, Greek, subscripts, full width. */
const wordRanges: readonly (readonly [number, number])[] = [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
  [0x370, 0x3ff],
  [0x1e00, 0x1eff],
  [0x2080, 0x2089],
  [0x2113, 0x2113],
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
];

/** Whether a character belongs to a written word. */
export function isWordCode(code: number): boolean {
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  }
  return wordRanges.some(([from, to]) => code >= from && code <= to);
}
