import { scanInline } from '../markdown/inline';
import type { MathCandidate, NoteParts, ProseBlock } from './parts';
import { paragraphsOf } from './paragraphs';

/** The parts of a text without markup of its own, or of HTML: paragraph by paragraph. */
export function plainParts(text: string): NoteParts {
  const math: MathCandidate[] = [];
  const prose: ProseBlock[] = [];
  for (const paragraph of paragraphsOf(text, [])) {
    const found = scanInline(text.slice(paragraph.start, paragraph.end), paragraph.start);
    math.push(...found.math);
    prose.push({ ...paragraph, holes: found.holes });
  }
  return { math, prose, code: [] };
}

/** The parts of an HTML document; an element may hold blank lines. */
export function htmlParts(text: string): NoteParts {
  const { math, holes } = scanInline(text, 0);
  const prose = paragraphsOf(text, holes, (paragraph) => /^\s*<h[1-6]\b/i.test(paragraph));
  return { math, prose, code: [] };
}
