import assert from 'node:assert/strict';
import path from 'node:path';
import ts from 'typescript';
import { filesBelow, root, textOf } from './tree';

/** The rooms and what each may import beside itself. This is the one list; docs/architecture.md explains it. */
const rooms: { readonly [room: string]: readonly string[] } = {
  base: [],
  numeric: ['base'],
  catalog: ['base', 'numeric'],
  latex: ['base', 'numeric', 'catalog'],
  detection: ['base', 'numeric', 'catalog', 'latex'],
  arrays: ['base'],
  evaluation: ['base', 'numeric', 'catalog', 'latex', 'detection', 'arrays'],
  checking: ['base', 'numeric', 'catalog', 'latex', 'detection', 'arrays', 'evaluation'],
  rendering: ['base', 'numeric', 'catalog', 'latex', 'detection', 'arrays', 'evaluation', 'checking'],
  calculator: ['base', 'catalog', 'detection', 'arrays', 'evaluation', 'rendering'],
  engine: [
    'base',
    'catalog',
    'latex',
    'detection',
    'arrays',
    'evaluation',
    'checking',
    'rendering',
    'calculator',
  ],
  protocol: [],
  host: ['base', 'engine', 'protocol', 'calculator', 'catalog', 'rendering', 'arrays'],
  panel: ['base', 'protocol'],
  cli: ['base', 'engine', 'checking'],
  extension: ['host'],
};

/** What a room may name by type only: such an import leaves no trace in what runs. */
const typesOnly: { readonly [room: string]: readonly string[] } = {
  protocol: ['calculator', 'catalog'],
  host: ['evaluation', 'detection', 'checking'],
  panel: ['calculator', 'catalog', 'rendering'],
  arrays: [],
};

/** The one drawing code for hover and panel, and the reading of ids at the host's door. */
const exceptions: ReadonlySet<string> = new Set([
  'src/panel/plots.ts -> src/rendering/plots/svg',
  'src/panel/theme.ts -> src/rendering/plots/colors',
]);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const sources = filesBelow('src').filter((file) => /\.ts$/.test(file) && !/\.d\.ts$/.test(file));

function importsOf(file: string): readonly Import[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return [];
    return [{ from: file, to: targetOf(file, specifier.text), typeOnly: isTypeOnly(statement) }];
  });
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  return statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function targetOf(file: string, specifier: string): string {
  return specifier.startsWith('.')
    ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
    : specifier;
}

function roomOf(file: string): string {
  return file.split('/')[1].replace(/\.ts$/, '');
}

const all = sources.flatMap(importsOf);
const inner = all.filter((found) => found.to.startsWith('src/'));
const describeImport = ({ from, to }: Import): string => `${from} -> ${to}`;

describe('the rooms of the house', () => {
  it('are exactly those of the list', () => {
    const found = new Set(sources.map(roomOf));
    assert.deepEqual([...found].sort(), Object.keys(rooms).sort());
  });

  it('import themselves and rooms above, never one below', () => {
    const wrong = inner.filter((found) => {
      const from = roomOf(found.from);
      const to = roomOf(found.to);
      const allowed = [from, ...rooms[from], ...(found.typeOnly ? (typesOnly[from] ?? []) : [])];
      return !allowed.includes(to) && !exceptions.has(describeImport(found));
    });
    assert.deepEqual(wrong.map(describeImport), []);
  });

  it('leave the editor’s API to the host', () => {
    const users = all.filter(({ to }) => to === 'vscode').map(({ from }) => roomOf(from));
    assert.deepEqual([...new Set(users)], ['host']);
  });

  it('leave Node to the command line', () => {
    const wrong = all.filter(({ from, to }) => to.startsWith('node:') && roomOf(from) !== 'cli');
    assert.deepEqual(wrong.map(describeImport), []);
  });

  it('are all on the architecture page', () => {
    const page = textOf('docs/architecture.md');
    const missing = Object.keys(rooms).filter((room) => !new RegExp(`\`${room}(?:/|\\.ts)\``).test(page));
    assert.deepEqual(missing, []);
  });

  it('import nothing that is not pinned to an exact version', () => {
    const { devDependencies } = JSON.parse(textOf('package.json')) as {
      devDependencies: Record<string, string>;
    };
    const packages = new Set(
      all
        .filter(
          ({ to }) =>
            !to.startsWith('src/') && to !== 'package.json' && to !== 'vscode' && !to.startsWith('node:'),
        )
        .map(({ to }) =>
          to
            .split('/')
            .slice(0, to.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    for (const name of packages) assert.ok(name in devDependencies, `${name} is not in package.json`);
    for (const [name, version] of Object.entries(devDependencies)) {
      assert.match(version, /^(?:npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/, name);
    }
  });
});

describe('the repository', () => {
  it('stands alone: nothing in it points outside', () => {
    const files = ['src', 'test', 'scripts', 'bench', 'docs'].flatMap(filesBelow);
    const texts = files.filter(
      (file) => /\.(?:ts|mjs|md|py)$/.test(file) && file !== 'test/repo/rooms.test.ts',
    );
    const wrong = texts.filter((file) => /\.\.\/shared\b|\/work\//.test(textOf(file)));
    assert.deepEqual(wrong, []);
    assert.ok(root.length > 0);
  });

  it('has no marks of unfinished work in what ships', () => {
    const wrong = sources.filter((file) =>
      /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|nocheck|expect-error)|eslint-disable/.test(textOf(file)),
    );
    assert.deepEqual(wrong, []);
  });
});
