const maximalMacros = 200;
const maximalExpansion = 500;

/**
 * The macros that a document defines, `\name` to its expansion with #1 … for arguments: \newcommand, \renewcommand,
 * \providecommand, \def, \DeclareMathOperator and \newcommand without braces. The last definition of a name wins.
 */
export function documentMacros(text: string): { readonly [command: string]: string } {
  const macros: { [command: string]: string } = Object.create(null) as { [command: string]: string };
  let found = 0;
  for (const match of text.matchAll(definition)) {
    if (++found > maximalMacros) break;
    const name = match[2] ?? match[4];
    const body = bracedAt(text, match.index + match[0].length - 1);
    if (name === undefined || body === undefined || body.length > maximalExpansion) continue;
    macros[name] = match[1] === 'DeclareMathOperator' ? `\\operatorname{${body}}` : body;
  }
  return { ...macros };
}

const definition =
  /\\(newcommand|renewcommand|providecommand|DeclareMathOperator)\*?\s{0,4}\{?\s{0,4}(\\[a-zA-Z]+)\s{0,4}\}?\s{0,4}(?:\[\d\]\s{0,4})?\{|\\(def)\s{0,4}(\\[a-zA-Z]+)\s{0,4}(?:#\d){0,9}\s{0,4}\{/g;

/** What stands in the braces that open at the offset; undefined where they do not close soon. */
function bracedAt(text: string, open: number): string | undefined {
  let depth = 0;
  for (let i = open; i < Math.min(text.length, open + 2 * maximalExpansion); i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return text.slice(open + 1, i);
  }
  return undefined;
}
