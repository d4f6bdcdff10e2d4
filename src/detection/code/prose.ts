/** How a language writes what people read: the pattern's first group is text, all else that it matches is none. */
const patterns: { readonly [languageId: string]: RegExp } = {
  // A string that begins a line is documentation; the marks around it are not text.
  python:
    /#+([^\n]*)|(?<=^[ \t]*[rRuU]?)(?:"""([^]*?)(?:"""|$(?![^]))|'''([^]*?)(?:'''|$(?![^])))|"""[^]*?(?:"""|$(?![^]))|'''[^]*?(?:'''|$(?![^]))|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?/gm,
  julia:
    /#=([^]*?)(?:=#|$(?![^]))|#+([^\n]*)|(?<=^[ \t]*(?:@doc raw|raw)?)"""([^]*?)(?:"""|$(?![^]))|"(?:[^"\\]|\\[^])*"?/gm,
  r: /#+'?([^\n]*)|"(?:[^"\\]|\\[^])*"?|'(?:[^'\\]|\\[^])*'?/g,
  matlab: /%+([^\n]*)|"[^"\n]*"?|(?<![\w)\]}'])'[^'\n]*'?/g,
  yaml: /(?<=^|\s)#+([^\n]*)|"(?:[^"\\]|\\[^])*"?|'[^']*'?/gm,
};

const braces =
  /\/\/+[!/]?([^\n]*)|\/\*+!?([^]*?)(?:\*\/|$(?![^]))|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])'|'(?:[^'\\\n]|\\[^]){2,}'|`(?:[^`\\]|\\[^])*`?/g;

const inBraces = new Set(
  'javascript javascriptreact typescript typescriptreact cpp cuda-cpp rust java c'.split(' '),
);

/**
 * The text in which only a program's comments and docstrings are left, everything else blank: line breaks and offsets
 * are those of the program, so that what is found in it stands in the program. Undefined for other languages.
 */
export function proseIn(text: string, languageId: string): string | undefined {
  const pattern = inBraces.has(languageId)
    ? braces
    : Object.hasOwn(patterns, languageId)
      ? patterns[languageId]
      : undefined;
  if (!pattern) return undefined;
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const words = match.slice(1).find((group) => group !== undefined);
    if (words === undefined) continue;
    const start = match.index + match[0].indexOf(words);
    parts.push(
      blank(text.slice(at, start)),
      words.replace(/^([ \t]*)\*+(?!\*)/gm, (lead) => ' '.repeat(lead.length)),
    );
    at = start + words.length;
  }
  parts.push(blank(text.slice(at)));
  return parts.join('');
}

function blank(code: string): string {
  return code.replace(/[^\n]/g, ' ');
}
