import type { Argument } from '../program/term';
import type { Habits, LexedReader } from './reader';

/** `using Flux.Losses`, `using Flux: mse, mae`, `import Flux.Losses as L`. */
export const juliaHabits: Habits = {
  assigns: new Set(['=']),
  joins: new Set(['.']),
  defines: new Set(['function', 'macro', 'struct']),
  modifiers: new Set(['const', 'local', 'global']),
  readArguments: (given) => given.map(readAggregation),
  readImport(reader) {
    const word = reader.peek()?.text;
    if (word !== 'using' && word !== 'import') return false;
    reader.at++;
    readJuliaModules(reader, word === 'using');
    return true;
  },
};

function readPath(reader: LexedReader): { readonly path: string; readonly end: number } {
  const parts: string[] = [];
  let end = 0;
  for (let token = reader.peek(); token; token = reader.peek()) {
    if (token.kind === 'name') parts.push(token.text);
    else if (token.text !== '.') break;
    end = token.end;
    reader.at++;
    if (reader.peek()?.text !== '.' && token.kind === 'name') break;
  }
  return { path: parts.join('.'), end };
}

function readJuliaModules(reader: LexedReader, offersAll: boolean): void {
  while (reader.peek() && reader.peek()!.kind !== 'break' && reader.peek()!.text !== ';') {
    const { path, end } = readPath(reader);
    const next = reader.peek()?.text;
    if (path === '') reader.at++;
    else if (next === ':') {
      reader.at++;
      readJuliaNames(reader, path);
      return;
    } else if (next === 'as') {
      reader.at++;
      const alias = reader.peek();
      if (alias) reader.bindImport(alias.text, path, alias.end);
      reader.at++;
    } else {
      reader.bindImport(path.split('.').at(-1)!, path, end);
      reader.bindImport(path.split('.')[0]!, path.split('.')[0]!, end);
      // `using Flux` offers its layers, not its losses.
      if (offersAll && path !== 'Flux') reader.module.stars.push(path);
    }
    if (reader.peek()?.text === ',') reader.at++;
  }
}

function readJuliaNames(reader: LexedReader, module: string): void {
  while (reader.peek() && reader.peek()!.text !== ';') {
    const token = reader.peek()!;
    const isContinued =
      reader.tokens[reader.at - 1]?.text === ',' || reader.tokens[reader.at - 1]?.text === ':';
    if (token.kind === 'break' && !isContinued) return;
    reader.at++;
    if (token.kind !== 'name') continue;
    const path = `${module}.${token.text}`;
    reader.imports.push({ start: token.start, end: token.end, path });
    const alias = reader.peek()?.text === 'as' ? reader.peek(1) : undefined;
    if (alias) reader.at += 2;
    reader.bindImport(alias?.text ?? token.text, path, token.end);
  }
}

/** `agg = sum` names the function that reduces. */
function readAggregation(argument: Argument): Argument {
  const { name, value } = argument;
  if (name !== 'agg' || value.kind !== 'name') return argument;
  const reduction = value.name === 'identity' ? 'none' : value.name;
  return { name, value: { kind: 'literal', value: reduction, start: value.start, end: value.end } };
}

/** `'Reduction', 'sum'` is `Reduction = 'sum'`. */
function pairNames(given: readonly Argument[]): readonly Argument[] {
  const paired: Argument[] = [];
  for (let i = 0; i < given.length; i++) {
    const { name, value } = given[i]!;
    const next = given[i + 1];
    const isName = name === undefined && value.kind === 'literal' && /^[A-Z]\w*$/.test(String(value.value));
    if (isName && next) {
      paired.push({ name: String(value.value), value: next.value });
      i++;
    } else paired.push(given[i]!);
  }
  return paired;
}

/** `library(Metrics)` and `require("Metrics")` offer everything; `Metrics::mse` needs neither. */
export const rHabits: Habits = {
  assigns: new Set(['=', '<-', '<<-']),
  joins: new Set(['::', ':::', '$', '@']),
  defines: new Set(),
  modifiers: new Set(),
  readImport(reader) {
    const word = reader.peek()?.text;
    if (word !== 'library' && word !== 'require' && word !== 'requireNamespace') return false;
    const name = reader.peek(2);
    if (reader.peek(1)?.text !== '(' || !name) return false;
    const module = name.text.replace(/["']/g, '');
    reader.packages.add(module);
    if (word !== 'requireNamespace') reader.module.stars.push(module);
    reader.at += 4;
    return true;
  },
};

/** Functions of toolboxes are there without an import. */
export const matlabHabits: Habits = {
  assigns: new Set(['=']),
  joins: new Set(['.']),
  defines: new Set(['function', 'classdef']),
  modifiers: new Set(['global', 'persistent']),
  readArguments: pairNames,
  readImport: () => false,
};
