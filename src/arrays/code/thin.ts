import { readNestedFrom, squareLists } from '../reading/nested';

/** Texts shorter than this are parsed as they are. */
const longText = 50_000;
/** Lists shorter than this are left to the parser. */
const longList = 500;
/** Brackets nested deeper than this hold no array and make parsers slow. */
const deepestBracket = 300;

/**
 * The text as it is given to a parser: of the same length and with the same line ends, but the inside of long lists of
 * plain numbers and of absurdly deep brackets is blank. Such lists are read from the text itself, many times faster.
 */
export function thin(text: string): string {
  return text.length < longText ? text : flatten(emptyLists(text));
}

function blanks(text: string): string {
  return text.replace(/[^\n]+/g, (run) => ' '.repeat(run.length));
}

function emptyLists(text: string): string {
  let result = '';
  let copied = 0;
  for (let at = text.indexOf('['); at >= 0;) {
    const reading = readNestedFrom(text, at, squareLists);
    if (reading.value !== undefined && reading.end - at > longList) {
      result += text.slice(copied, at + 1) + '0' + blanks(text.slice(at + 2, reading.end - 1));
      copied = reading.end - 1;
    }
    at = text.indexOf('[', Math.max(reading.end, at + 1));
  }
  return result + text.slice(copied);
}

function flatten(text: string): string {
  let depth = 0;
  let deepFrom = -1;
  let result = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 40 || code === 123) {
      if (++depth === deepestBracket) {
        deepFrom = at + 1;
      }
    } else if (code === 93 || code === 41 || code === 125) {
      if (depth-- === deepestBracket && deepFrom >= 0) {
        result += text.slice(copied, deepFrom) + blanks(text.slice(deepFrom, at));
        copied = at;
        deepFrom = -1;
      }
      depth = Math.max(depth, 0);
    } else if (code === 10 && depth < deepestBracket && isLetter(text.charCodeAt(at + 1))) {
      // A line that begins with a word begins afresh; brackets in strings and comments must not add up.
      depth = 0;
    }
  }
  return deepFrom >= 0
    ? result + text.slice(copied, deepFrom) + blanks(text.slice(deepFrom))
    : result + text.slice(copied);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
