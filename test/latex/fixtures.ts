import { readFileSync } from 'node:fs';

/** One block of a fixture document: a title, TeX, and what is expected of it. */
export interface FormulaCase {
  readonly title: string;
  readonly tex: string;
  /** The first word of the expectation: a formula, a fault, `unknown`. */
  readonly first: string;
  /** The other words in order, `key=value` as written. */
  readonly rest: readonly string[];
  readonly facts: ReadonlyMap<string, string>;
}

/** The blocks of test/fixtures/latex/<name>. */
export function casesOf(name: string): readonly FormulaCase[] {
  const text = readFileSync(new URL(`../fixtures/latex/${name}`, import.meta.url), 'utf8');
  return text
    .split(/^### /m)
    .slice(1)
    .map((block) => {
      const [head = '', expectation = ''] = block.split(/^===$/m);
      const newline = head.indexOf('\n');
      const [first = '', ...rest] = expectation.trim().split(/\s*;\s*/);
      const facts = new Map(rest.filter((fact) => fact.includes('=')).map((fact) => split(fact)));
      return {
        title: head.slice(0, newline).trim(),
        tex: head.slice(newline + 1).replace(/\n$/, ''),
        first,
        rest,
        facts,
      };
    });
}

function split(fact: string): readonly [string, string] {
  const at = fact.indexOf('=');
  return [fact.slice(0, at).trim(), fact.slice(at + 1).trim()];
}
