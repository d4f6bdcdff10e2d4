import type { Term } from '../program/term';
import { elementwise, logarithms, reductions, several, vectors } from './functions';

const longest = 400;

/**
 * Whether a term shows by itself that it may be a formula: it reduces something or branches, applies a function or a
 * power, and has two quantities or a logarithm. A look at names, before anything is resolved.
 */
export function isWrittenOut(term: Term): boolean {
  const seen = { reductions: 0, functions: 0, logarithms: 0, quotients: 0, names: new Set<string>() };
  const open: Term[] = [term];
  for (let count = 0; open.length > 0; count++) {
    if (count > longest) return false;
    const part = open.pop()!;
    if (part.kind === 'name') seen.names.add(part.name);
    if (part.kind === 'binary' && part.operator === '**') seen.functions++;
    if (part.kind === 'binary' && part.operator === '/') seen.quotients++;
    if (part.kind === 'call') noteFunction(seen, nameOf(part.callee));
    open.push(...partsOf(part));
  }
  if (seen.reductions === 0) return false;
  const computes = seen.functions > 0 || (seen.reductions >= 3 && seen.quotients > 0);
  return computes && (seen.names.size > 1 || seen.logarithms > 0);
}

interface Seen {
  reductions: number;
  functions: number;
  logarithms: number;
}

function noteFunction(seen: Seen, name: string): void {
  if (Object.hasOwn(reductions, name) || name === 'where' || name === 'dot') seen.reductions++;
  if (Object.hasOwn(logarithms, name)) seen.logarithms++;
  if (others.has(name) || tables.some((table) => Object.hasOwn(table, name))) seen.functions++;
}

const tables = [elementwise, several, logarithms, vectors];
const others: ReadonlySet<string> = new Set(['pow', 'power', 'clamp', 'clip', 'where']);

function nameOf(term: Term): string {
  return term.kind === 'name' || term.kind === 'member' ? term.name : '';
}

function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'call':
      return [term.callee, ...term.arguments.map(({ value }) => value)];
    case 'member':
      return [term.object];
    case 'binary':
      return [term.left, term.right];
    case 'unary':
      return [term.operand];
    case 'list':
      return term.items;
    case 'other':
      return term.parts;
    default:
      return [];
  }
}
