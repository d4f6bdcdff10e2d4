import { markdownParts } from '../markdown/blocks';
import { asciidocParts } from './asciidoc';
import { orgParts } from './org';
import type { NoteParts } from './parts';
import { htmlParts, plainParts } from './plain';
import { rstParts } from './rst';
import { texParts } from './tex';
import { typstParts } from './typst';

export type PartsReader = (text: string) => NoteParts;

/** The notes that are read in chunks, by VS Code's language ids. */
const markdown: ReadonlySet<string> = new Set([
  'markdown',
  'quarto',
  'qmd',
  'rmd',
  'rmarkdown',
  'mdx',
  'mdc',
  'juliamarkdown',
  'markdown-math',
]);

const readers: ReadonlyMap<string, PartsReader> = new Map([
  ['latex', texParts],
  ['tex', texParts],
  ['latex-expl3', texParts],
  ['doctex', texParts],
  ['restructuredtext', rstParts],
  ['rst', rstParts],
  ['asciidoc', asciidocParts],
  ['adoc', asciidocParts],
  ['org', orgParts],
  ['typst', typstParts],
  ['html', htmlParts],
  ['xml', htmlParts],
  ['vue', htmlParts],
  ['svelte', htmlParts],
  ['plaintext', plainParts],
  ['txt', plainParts],
]);

export function isMarkdown(languageId: string): boolean {
  return markdown.has(languageId);
}

/** How documents of a language are taken apart; undefined for what is no note. */
export function readerOf(languageId: string): PartsReader | undefined {
  return isMarkdown(languageId) ? markdownParts : readers.get(languageId);
}

const fenceNames: { readonly [name: string]: string } = {
  py: 'python',
  python3: 'python',
  ipython: 'python',
  ipython3: 'python',
  pycon: 'python',
  pytorch: 'python',
  'code-cell': 'python',
  js: 'javascript',
  jsx: 'javascriptreact',
  ts: 'typescript',
  tsx: 'typescriptreact',
  'c++': 'cpp',
  cc: 'cpp',
  cxx: 'cpp',
  hpp: 'cpp',
  rs: 'rust',
  jl: 'julia',
  yml: 'yaml',
  jsonc: 'json',
  json5: 'json',
  m: 'matlab',
  octave: 'matlab',
};

/** VS Code's id of the language that a fence names. */
export function languageOfFence(name: string): string {
  return fenceNames[name] ?? name;
}
