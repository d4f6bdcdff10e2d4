import type { Locale } from '../../base/text';
export function speak(tex: string, _locale: Locale, _macros?: { readonly [name: string]: string }): string {
  return tex;
}
