import type { Finding } from '../finding';

const mark = /lossary:\s*ignore\b([^\n]*)/g;

/**
 * Findings without those that the document asks to be silent about: by `lossary: ignore code` in a comment on the line of
 * the finding or on the line before it. Without a code all of them are meant.
 */
export function withoutIgnored(findings: readonly Finding[], text: string): readonly Finding[] {
  if (findings.length === 0 || !text.includes('lossary:')) return findings;
  const marks = Array.from(text.matchAll(mark), (found) => ({
    at: found.index,
    codes: Array.from(found[1]!.replace(/-->.*|\*\/.*/, '').matchAll(/[a-z][a-z0-9-]*/g), ([code]) => code),
  }));
  return findings.filter(
    ({ start, code }) =>
      !marks.some(({ at, codes }) => {
        const named = codes.length === 0 || codes.includes(code);
        return named && linesBetween(text, at, start) <= 1;
      }),
  );
}

/** 0 on the same line, 1 on the line before it, Infinity elsewhere. */
function linesBetween(text: string, mark: number, start: number): number {
  if (start <= mark) return text.slice(start, mark).includes('\n') ? Infinity : 0;
  if (start - mark > 4_000) return Infinity;
  return text.slice(mark, start).split('\n').length - 1;
}
