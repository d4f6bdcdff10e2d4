import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import { bareEnvironment, mathEnvironment } from './inline';

/** Where a block of mathematics stands in the text that the parser was given. */
export interface MathBlock {
  readonly start: number;
  readonly end: number;
  readonly texStart: number;
  readonly texEnd: number;
}

/** Lines at which an unclosed formula is given up: they begin something else. */
const interruption = /^\s*(?:`{3,}|~{3,}|#{1,6}\s+\S)/;

/** How far a closing delimiter is looked for. */
const longestBlock = 400;

/** What the searches of one document remember: for each closer, up to which line there is none. */
export interface SearchMemory {
  readonly vain: Map<string, number>;
}

/** Display mathematics over several lines comes before lists, quotes and headings, whose marks its lines may begin with. */
export function mathBlocks(parser: MarkdownIt): void {
  parser.block.ruler.before('code', 'math_block', mathRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function mathRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = state.bMarks[startLine]! + state.tShift[startLine]!;
  const first = state.src.charCodeAt(start);
  // Only `$` and `\` open a formula.
  if ((first !== 36 && first !== 92) || state.sCount[startLine]! - state.blkIndent >= 4) {
    return false;
  }
  const found = closeBlock(state, start, startLine, endLine);
  if (found === undefined) {
    return false;
  }
  if (silent) {
    return true;
  }
  const token = state.push('math_block', 'math', 0);
  token.map = [startLine, found.line + 1];
  token.meta = found.block;
  state.line = found.line + 1;
  return true;
}

interface Closed {
  readonly block: MathBlock;
  readonly line: number;
}

function closeBlock(
  state: StateBlock,
  start: number,
  startLine: number,
  endLine: number,
): Closed | undefined {
  const lineEnd = state.eMarks[startLine]!;
  const rest = state.src.slice(start, lineEnd);
  if (rest.startsWith('$$')) {
    // Blank lines only belong to a formula whose delimiters stand alone.
    const alone = rest.trim() === '$$';
    return rest.includes('$$', 2) ? undefined : search(state, start, 2, '$$', startLine, endLine, alone);
  }
  if (rest.trim() === '$') {
    return searchLoneDollar(state, start, startLine, endLine);
  }
  const bracket = /^\\{1,2}\[/.exec(rest)?.[0];
  if (bracket !== undefined) {
    const closer = bracket.replace('[', ']');
    return rest.includes(closer)
      ? undefined
      : search(state, start, bracket.length, closer, startLine, endLine, rest.trim() === bracket);
  }
  return searchEnvironment(state, start, startLine, endLine);
}

/** The line with the closer, from the line after the opening one on. */
function search(
  state: StateBlock,
  start: number,
  opening: number,
  closer: string,
  startLine: number,
  endLine: number,
  blankLines: boolean,
): Closed | undefined {
  // A search that failed up to some line would fail again from any line before it.
  const vain = (state.env as SearchMemory).vain;
  const key = `${closer}${blankLines ? ' ' : ''}`;
  if (startLine < (vain.get(key) ?? 0)) {
    return undefined;
  }
  const last = Math.min(endLine, startLine + longestBlock);
  let line = startLine + 1;
  for (; line < last; line++) {
    const from = state.bMarks[line]!;
    const text = state.src.slice(from, state.eMarks[line]!);
    const at = text.indexOf(closer);
    if (at >= 0) {
      const texEnd = from + at;
      const block = { start, end: texEnd + closer.length, texStart: start + opening, texEnd };
      return { block, line };
    }
    if (text.trim() === '' ? !blankLines : interruption.test(text)) {
      break;
    }
  }
  vain.set(key, line);
  return undefined;
}

function searchLoneDollar(
  state: StateBlock,
  start: number,
  startLine: number,
  endLine: number,
): Closed | undefined {
  const last = Math.min(endLine, startLine + 60);
  for (let line = startLine + 1; line < last; line++) {
    const from = state.bMarks[line]! + state.tShift[line]!;
    const text = state.src.slice(from, state.eMarks[line]!);
    if (text.trim() === '' || interruption.test(text)) {
      return undefined;
    }
    if (text.trim() === '$' && line > startLine + 1) {
      return { block: { start, end: from + 1, texStart: start + 1, texEnd: from }, line };
    }
  }
  return undefined;
}

function searchEnvironment(
  state: StateBlock,
  start: number,
  startLine: number,
  endLine: number,
): Closed | undefined {
  mathEnvironment.lastIndex = start;
  const opening = mathEnvironment.exec(state.src);
  if (opening === null) {
    return undefined;
  }
  const closer = `\\end{${opening[1]!}}`;
  if (state.src.slice(start, state.eMarks[startLine]!).includes(closer)) {
    return undefined;
  }
  const found = search(state, start, opening[0].length, closer, startLine, endLine, true);
  if (found === undefined || bareEnvironment.test(opening[1]!)) {
    return found;
  }
  const { block } = found;
  return { line: found.line, block: { ...block, texStart: start, texEnd: block.end } };
}
