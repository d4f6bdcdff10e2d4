import katex from 'katex';
import MarkdownIt from 'markdown-it';
import markdownItKatex from 'markdown-it-katex';

const markdown = new MarkdownIt({ html: false, linkify: false }).use(markdownItKatex, {
  throwOnError: false,
  output: 'htmlAndMathml',
});

/** Markdown with TeX between dollars as HTML; raw HTML in it is shown as text. */
export function proseHtml(source: string): string {
  return markdown.render(source);
}

/** One displayed formula as HTML with MathML beside it for screen readers. Faulty TeX is shown in red, never thrown. */
export function formulaHtml(tex: string, displayMode = true): string {
  return katex.renderToString(tex, { displayMode, throwOnError: false, trust: false, strict: 'ignore' });
}
