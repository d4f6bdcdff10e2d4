/** The languages Lossary speaks. */
export type Locale = 'en' | 'zh-cn';

/** A text in every language Lossary speaks; the type makes a missing translation a compile error. */
export type Text = { readonly [L in Locale]: string };

/**
 * The locale to speak for an editor's display language (a BCP 47 tag such as `zh-CN`, `zh-hans`, `en-gb`).
 * Every Chinese tag gives Simplified Chinese, everything else English.
 */
export function localeOf(languageTag: string): Locale {
  return languageTag.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}
