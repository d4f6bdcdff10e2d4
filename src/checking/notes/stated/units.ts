/** Words of units of information, with the base of their logarithm. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:bits?|shannons?|Sh|比特|位元)(?![A-Za-z])/i, 2],
  [/^(?:nats?|nit|奈特|纳特)(?![A-Za-z])/i, Math.E],
  [/^(?:hartleys?|bans?|dits?|哈特莱?利?)(?![A-Za-z])/i, 10],
];

const wrapping =
  /^(?:\s|\\[,;:! ]|~|\\(?:text\w*|mathrm|mathit|operatorname|rm|quad|hspace)\b|[{}$()（）*_]|\\[()\]])+/;

/** The unit that stands directly behind a number: `\text{ bits}`, `$ bits`, 比特. */
export function unitAt(
  text: string,
  at: number,
): { readonly base: number; readonly end: number } | undefined {
  const rest = text.slice(at, at + 60);
  const lead = wrapping.exec(rest)?.[0].length ?? 0;
  const tail = rest.slice(lead);
  for (const [pattern, base] of units) {
    const found = pattern.exec(tail);
    if (found) return { base, end: at + lead + found[0].length };
  }
  return undefined;
}

/** A base by the name of its unit. */
export function unitName(base: number, locale: 'en' | 'zh-cn'): string {
  const names = { 2: { en: 'bits', 'zh-cn': '比特' }, 10: { en: 'hartleys', 'zh-cn': '哈特利' } } as const;
  const nats = { en: 'nats', 'zh-cn': '奈特' } as const;
  return (base === 2 ? names[2] : base === 10 ? names[10] : nats)[locale];
}
