import { parser } from '@lezer/python';
import type { Mention } from '../../mention';
import type { Library } from '../library/library';
import { libraryOf } from '../library/library';
import type { ExpressionMeanings } from '../meaning/meaning';
import { Resolver } from '../program/resolver';
import { readable } from '../readable';
import type { Value } from '../program/value';
import { collectMentions } from '../collect';
import type { Excerpt } from './excerpt';
import { excerptOf } from './excerpt';
import type { Lines } from './lines';
import { lineKinds, Vocabulary } from './lines';
import { rescanLines } from './rescan';
import { scanLines } from './scanner';
import { modulesBeside } from './modules';
import { Seeds } from './seeds';
import { rank, Selection } from './selection';
import { linesAround } from './surroundings';
import { readProgram } from './statements';

/** What is known about a document of Python beside its text. */
export interface PythonSurroundings {
  readonly before?: readonly string[];
  readonly module?: (name: string) => string | undefined;
}

/** A document, read. */
interface Reading {
  readonly resolver: Resolver;
  readonly excerpt: Excerpt;
}

/** More distinct words than a day's documents hold; beyond, the numbering starts anew. */
const mostWords = 2_000_000;

/** Finds formulas in Python. */
export class PythonDetector {
  private vocabulary = new Vocabulary();
  /** The lines of the document last looked at: the next is often the same with one place changed. */
  private last: Lines | undefined;
  /** The cells that the notebook's cell last looked at had before it. */
  private cells: { readonly text: string; readonly resolver: Resolver }[] = [];
  private readonly library: Library = libraryOf('python');
  private readonly seeds = new Seeds(this.library);

  constructor(private readonly meanings: ExpressionMeanings) {}

  /** The mentions of a document, in no order. */
  mentions(text: string, surroundings: PythonSurroundings): readonly Mention[] {
    return this.mentionsIn(this.linesOf(text), surroundings);
  }

  /** Mentions about an offset, the one that touches it among them; quick in a long document, quicker after an edit. */
  mentionsAround(text: string, offset: number, surroundings: PythonSurroundings): readonly Mention[] {
    return this.mentionsIn(linesAround(this.linesOf(text), offset), surroundings);
  }

  private linesOf(text: string): Lines {
    if (this.vocabulary.size > mostWords) {
      this.vocabulary = new Vocabulary();
      this.last = undefined;
    }
    if (this.last?.text !== text)
      this.last =
        this.last && isLong(text) && isLong(this.last.text)
          ? rescanLines(this.last, text, this.vocabulary)
          : scanLines(text, this.vocabulary);
    return this.last;
  }

  private mentionsIn(lines: Lines, { before = [], module }: PythonSurroundings): readonly Mention[] {
    const modules = modulesBeside(
      module,
      (source, imports) => this.read(scanLines(source, this.vocabulary), [], imports).resolver,
    );
    const cells = this.readCells(before, modules, module === undefined);
    const { resolver, excerpt } = this.read(lines, cells, modules);
    const source = { text: lines.text, toDocument: (offset: number) => excerpt.toDocument(offset) };
    return collectMentions(resolver, source, this.meanings);
  }

  /** The cells before a notebook's cell; those read for the cell before it are not read again. */
  private readCells(
    texts: readonly string[],
    module: (name: string) => Resolver | undefined,
    isAlone: boolean,
  ): readonly Resolver[] {
    const known = isAlone ? this.cells : [];
    const changed = texts.findIndex((text, i) => known[i]?.text !== text);
    const cells = known.slice(0, changed < 0 ? texts.length : changed);
    for (const text of texts.slice(cells.length)) {
      const before = cells.map(({ resolver }) => resolver);
      cells.push({ text, resolver: this.read(scanLines(text, this.vocabulary), before, module).resolver });
    }
    // What the workspace adds may change at any time.
    if (isAlone && texts.length > 0) this.cells = cells;
    return cells.map(({ resolver }) => resolver);
  }

  private read(
    lines: Lines,
    before: readonly Resolver[],
    module: (name: string) => Resolver | undefined,
  ): Reading {
    const known = namesAround(lines, before, module);
    const selection = new Selection(lines, this.vocabulary, this.seeds, known);
    const excerpt = excerptOf(lines, selection.live);
    const source = readable(excerpt.source);
    const program = readProgram(source, parser.parse(source));
    return { resolver: new Resolver(program, { library: this.library, before, module }), excerpt };
  }
}

/** Worth keeping the lines of, and comparing. */
function isLong(text: string): boolean {
  return text.length > 100_000;
}

/** The names that earlier cells and the workspace's modules give a meaning, and what they are. */
function namesAround(
  lines: Lines,
  before: readonly Resolver[],
  module: (name: string) => Resolver | undefined,
): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const cell of before)
    for (const name of cell.program.module.bindings.keys()) note(names, name, cell.exported(name));
  for (let line = 0; line < lines.count; line++) {
    if (lines.kinds[line] !== lineKinds.import) continue;
    const source = lines.text.slice(lines.starts[line], lines.ends[line]);
    const match = /^from\s+([\w.]+)\s+import\s+([^]*)/.exec(source);
    if (!match) continue;
    for (const [, name] of match[2]!.matchAll(/(\w+)(?:\s+as\s+\w+)?/g))
      note(names, name!, module(match[1]!)?.exported(name!));
  }
  return names;
}

function note(names: Map<string, number>, name: string, value: Value | undefined): void {
  if (value?.kind === 'own') names.set(name, rank.maker);
  else if (value?.kind === 'instance' || value?.kind === 'object') names.set(name, rank.callable);
  else if (value?.kind === 'path' && /[._][A-Z]\w*$/.test(value.path)) names.set(name, rank.maker);
}
