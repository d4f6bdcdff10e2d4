import { parser } from '@lezer/javascript';
import type { Mention } from '../../mention';
import { javascript } from '../brace/javascript';
import { readBraces } from '../brace/reader';
import { libraryOf } from '../library/library';
import type { ExpressionMeanings } from '../meaning/meaning';
import type { Program } from '../program/program';
import { Resolver } from '../program/resolver';
import { readable } from '../readable';
import { openScope } from '../program/scope';
import type { Term } from '../program/term';
import { collectMentions } from '../collect';
import { readToml } from './toml';
import { readYaml } from './yaml';

/** JSON is often written on one line. */
const longestEntry = 20_000;

/** A document of configuration, read; `shift` is how far its offsets lie behind the document's. */
interface Reading {
  readonly program: Program;
  readonly shift: number;
}

const readers: { readonly [languageId: string]: (text: string) => Reading } = {
  yaml: (text) => programOf(readYaml(text)),
  dockercompose: (text) => programOf(readYaml(text)),
  toml: (text) => programOf(readToml(text)),
  json: readJson,
  jsonc: readJson,
  jsonl: readJson,
};

export function isConfiguration(languageId: string): boolean {
  return Object.hasOwn(readers, languageId);
}

/** Strings in a configuration that choose a loss: `type: FocalLoss`, `"objective": "reg:squarederror"`. */
export function configurationMentions(
  text: string,
  languageId: string,
  meanings: ExpressionMeanings,
): readonly Mention[] {
  if (!mayMention(text)) return [];
  const { program, shift } = readers[languageId]!(readable(text, longestEntry));
  const resolver = new Resolver(program, {
    library: libraryOf('python'),
    before: [],
    module: () => undefined,
  });
  const source = { text, toDocument: (offset: number) => offset - shift };
  return collectMentions(resolver, source, meanings);
}

/** Large files of data come under these languages too; without one of these words there is nothing to read. */
function mayMention(text: string): boolean {
  return /loss|criteri|objective|entropy|metric|_target_|class_path/i.test(text);
}

function programOf(values: readonly Term[]): Reading {
  const module = openScope('module', undefined, 0, undefined);
  const roots = values.map((term) => ({ term, scope: module, branch: undefined }));
  return { program: { module, roots, imports: [], packages: [], definitions: [] }, shift: 0 };
}

/** JSON is an expression of JavaScript; in parentheses it is not taken for a block. */
function readJson(text: string): Reading {
  const source = `(${text}\n)`;
  return { program: readBraces(source, parser.parse(source), javascript), shift: 1 };
}
