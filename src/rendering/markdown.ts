/** Plain text for Markdown: nothing in it can become a link, an image, code or HTML. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!~|<>&$]/g, (character) => `\\${character}`).replace(/\s+/g, ' ');
}

/** A span of code that holds the text whatever backticks are in it. */
export function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`;
}

/** An image by data URI with its words. */
export function image(words: string, uri: string): string {
  return `![${escapeMarkdown(words)}](${uri})`;
}
