import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A document with the mentions that it holds, as written in a fixture file. */
export interface DocumentCase {
  readonly title: string;
  readonly languageId: string;
  readonly text: string;
  readonly before: readonly string[];
  readonly modules: ReadonlyMap<string, string>;
  /** `text | formula | symbol | params | kind`, one a line; what is left out is not compared. */
  readonly mentions: readonly ExpectedMention[];
}

export interface ExpectedMention {
  readonly text: string;
  readonly formula: string;
  readonly symbol: string;
  readonly params: string;
  readonly kind: string;
}

const folder = fileURLToPath(new URL('../../fixtures/detection/code/', import.meta.url));

/** Every case of every fixture file: `=== title`, then sections that begin with `--- name`. */
export function documentCases(): ReadonlyMap<string, readonly DocumentCase[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return new Map(
    files.sort().map((name) => [
      name,
      readFileSync(folder + name, 'utf8')
        .split(/^=== /m)
        .slice(1)
        .map(readCase),
    ]),
  );
}

function readCase(block: string): DocumentCase {
  const [title, ...sections] = block.split(/^--- /m);
  const before: string[] = [];
  const modules = new Map<string, string>();
  let document = { languageId: '', text: '' };
  let mentions: readonly ExpectedMention[] = [];
  for (const section of sections) {
    const end = section.indexOf('\n');
    const [kind, name] = section.slice(0, end).trim().split(' ');
    const body = section.slice(end + 1).replace(/\n*$/, '\n');
    if (kind === 'before') before.push(body);
    else if (kind === 'module') modules.set(name!, body);
    else if (kind === 'mentions') mentions = body.split('\n').filter(Boolean).map(readMention);
    else document = { languageId: kind!, text: body };
  }
  return { title: title!.trim(), ...document, before, modules, mentions };
}

function readMention(line: string): ExpectedMention {
  const [text = '', formula = '', symbol = '', params = '', kind = ''] = line
    .split(' | ')
    .map((field) => field.trim());
  return { text, formula, symbol, params, kind };
}
