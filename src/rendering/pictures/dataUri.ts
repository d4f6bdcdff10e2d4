/**
 * An SVG document as a data URI that may stand in a Markdown link: percent-encoded or base64, whichever is shorter.
 * Percent-encoding wins on documents that write attributes in single quotes and paths with commas.
 */
export function dataUri(svg: string): string {
  const percent = percentEncoded(svg);
  const bytes = utf8(svg);
  const length = 4 * Math.ceil(bytes.length / 3);
  return length + ';base64'.length < percent.length
    ? `data:image/svg+xml;base64,${base64(bytes)}`
    : `data:image/svg+xml,${percent}`;
}

// Besides the characters that URIs reserve, those that end a Markdown destination (space, parentheses), are read as
// markup in it (\ * _ ` [ ] & ! ~), or split off a size in VS Code's images (|).
const kept = /[^\w.,:;=/+\-']/gu;

function percentEncoded(text: string): string {
  return text.replace(kept, encodeCharacter);
}

function encodeCharacter(character: string): string {
  let encoded = '';
  for (const byte of utf8(character)) encoded += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return encoded;
}

/** UTF-8; a lone surrogate becomes U+FFFD. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) pushUtf8(bytes, character.codePointAt(0) ?? 0);
  return bytes;
}

function pushUtf8(bytes: number[], codePoint: number): void {
  const code = codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
  else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: readonly number[]): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const rest = bytes.length - i;
    const triple = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out += alphabet[triple >> 18] + alphabet[(triple >> 12) & 63];
    out += rest > 1 ? alphabet[(triple >> 6) & 63] : '=';
    out += rest > 2 ? alphabet[triple & 63] : '=';
  }
  return out;
}
