import type { Resolver } from '../program/resolver';

type ModuleText = (name: string) => string | undefined;
type ModuleReader = (text: string, imports: (name: string) => Resolver | undefined) => Resolver;

/** Imports are followed into so many files for one document. */
const mostFiles = 60;

/**
 * The workspace's modules as the document names them, read when they are first asked for. What a module imports by a
 * relative name is looked for beside it and, since it may be a package, in it.
 */
export function modulesBeside(
  text: ModuleText | undefined,
  read: ModuleReader,
): (name: string) => Resolver | undefined {
  if (!text) return () => undefined;
  const known = new Map<string, Resolver | undefined>();
  const open = (name: string): Resolver | undefined => {
    if (known.has(name)) return known.get(name);
    if (known.size >= mostFiles) return undefined;
    known.set(name, undefined);
    const source = text(name);
    const module = source === undefined ? undefined : read(source, (inner) => openFrom(name, inner));
    known.set(name, module);
    return module;
  };
  const openFrom = (home: string, name: string): Resolver | undefined => {
    for (const candidate of absoluteNames(home, name)) {
      const module = open(candidate);
      if (module) return module;
    }
    return undefined;
  };
  return open;
}

/** What a name in a module may mean to the document, most likely first. */
function absoluteNames(home: string, name: string): readonly string[] {
  const dots = /^\.*/.exec(name)![0].length;
  const rest = name.slice(dots);
  if (dots === 0) return [name];
  let beside = parentOf(home);
  let within = home;
  for (let up = 1; up < dots; up++) {
    beside = parentOf(beside);
    within = parentOf(within);
  }
  return [joinNames(within, rest), joinNames(beside, rest)].filter((candidate) => candidate !== home);
}

function parentOf(name: string): string {
  const last = name.lastIndexOf('.');
  if (/^\.+$/.test(name)) return `${name}.`;
  return /^\.+$/.test(name.slice(0, last + 1)) ? name.slice(0, last + 1) : name.slice(0, Math.max(0, last));
}

function joinNames(home: string, name: string): string {
  if (home === '' || name === '') return home + name;
  return home.endsWith('.') ? home + name : `${home}.${name}`;
}
