import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { escapePath, glob } from 'tinyglobby';

/** VS Code's language ids by the endings of files. */
const languages: ReadonlyMap<string, string> = new Map([
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.mdx', 'mdx'],
  ['.qmd', 'quarto'],
  ['.rmd', 'rmd'],
  ['.rst', 'restructuredtext'],
  ['.adoc', 'asciidoc'],
  ['.asciidoc', 'asciidoc'],
  ['.org', 'org'],
  ['.typ', 'typst'],
  ['.tex', 'latex'],
  ['.txt', 'plaintext'],
  ['.html', 'html'],
  ['.py', 'python'],
  ['.pyi', 'python'],
]);

/** A document to check. */
export interface SourceFile {
  /** As messages name it: from the working directory where it lies in it. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly languageId: string;
}

/** The files that patterns name, by their paths; a plain path names itself, a directory everything in it. */
export async function filesOf(patterns: readonly string[], directory: string): Promise<readonly string[]> {
  const literal = (pattern: string): string =>
    existsSync(path.resolve(directory, pattern)) ? escapePath(withSlashes(pattern)) : withSlashes(pattern);
  const found = await glob(patterns.map(literal), {
    cwd: directory,
    absolute: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  return found.filter((file) => languages.has(path.extname(file).toLowerCase())).sort();
}

/** Windows writes paths with backslashes, which patterns read as escapes. */
function withSlashes(pattern: string): string {
  return path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
}

export async function readSource(file: string, directory: string): Promise<SourceFile> {
  const relative = path.relative(directory, file);
  const outside = relative.startsWith('..') || path.isAbsolute(relative);
  return {
    name: (outside ? file : relative).replaceAll(path.sep, '/'),
    path: file,
    text: await readFile(file, 'utf8'),
    languageId: languages.get(path.extname(file).toLowerCase())!,
  };
}
