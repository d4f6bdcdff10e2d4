import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { bundles, optionsOf, type Bundle } from '../../esbuild.mjs';

/** What each bundle may weigh at most, compressed as in the VSIX, in thousands of bytes. */
const ceilings: { readonly [outfile: string]: number } = {
  'dist/extension.js': 1,
  'dist/extension.web.js': 1000,
  'dist/panel.js': 220,
  'dist/engine.mjs': 1000,
  'dist/cli.mjs': 1000,
};

/** The shell's command runs in Node; everything else runs where there is none. */
const forNode: ReadonlySet<string> = new Set(['dist/cli.mjs']);

interface Built {
  readonly outfile: string;
  readonly text: string;
  readonly imports: readonly string[];
}

async function build(bundle: Bundle): Promise<Built> {
  const { outputFiles, metafile } = await esbuild.build({
    ...optionsOf(bundle, false),
    write: false,
    metafile: true,
  });
  const outputs = Object.values(metafile.outputs);
  const imports = outputs.flatMap((output) => output.imports.map((imported) => imported.path));
  return { outfile: bundle.outfile, text: outputFiles[0].text, imports };
}

describe('The bundles', () => {
  let built: readonly Built[];
  const withoutNode = (): readonly Built[] => built.filter(({ outfile }) => !forNode.has(outfile));

  before(async function () {
    this.timeout(120_000);
    built = await Promise.all(bundles.map(build));
  });

  it('import nothing but the editor and each other', () => {
    const allowed = new Set(['vscode', './extension.web.js']);
    for (const { outfile, imports } of withoutNode()) {
      assert.deepEqual(
        imports.filter((name) => !allowed.has(name)),
        [],
        outfile,
      );
    }
  });

  it("ask for none of Node's modules", () => {
    const modules = builtinModules.flatMap((name) => [name, `node:${name}`]);
    for (const { outfile, text } of withoutNode()) {
      const asked = modules.filter(
        (name) => text.includes(`require("${name}")`) || text.includes(`from"${name}"`),
      );
      assert.deepEqual(asked, [], outfile);
    }
  });

  it('need the editor in the host alone', () => {
    const withEditor = built.filter(({ imports }) => imports.includes('vscode'));
    assert.deepEqual(
      withEditor.map(({ outfile }) => outfile),
      ['dist/extension.web.js'],
    );
  });

  it('stay light', () => {
    for (const { outfile, text } of built) {
      const weight = gzipSync(text).length / 1000;
      assert.ok(weight <= ceilings[outfile], `${path.basename(outfile)}: ${weight.toFixed(0)} KB compressed`);
    }
  });
});
