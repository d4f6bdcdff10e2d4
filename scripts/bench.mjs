// Measures what users and programs wait for: `npm run bench [-- name …]`, with the names of files in bench/.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { cache, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { Failure, script } from './lib/script.mjs';

const folder = path.join(root, 'bench');

/** Bundled as what ships is bundled: across modules compiled one by one small functions are not inlined. */
async function bundle(file) {
  const { build } = await import('esbuild');
  const outfile = path.join(cache, 'bench', file.replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [path.join(folder, file)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  return outfile;
}

async function measure(file) {
  console.log(`\n── ${file.replace('.bench.ts', '')}`);
  const { code, output } = await run(process.execPath, [await bundle(file)], { cwd: root });
  console.log(output.trimEnd());
  if (code !== 0) {
    throw new Failure(`${file} ended with ${code}.`);
  }
}

await script(async () => {
  await ensureDependencies();
  const { build } = await import('../esbuild.mjs');
  await build();
  const wanted = process.argv.slice(2);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.bench.ts')).sort();
  for (const file of files) {
    if (wanted.length === 0 || wanted.some((name) => file.startsWith(name))) {
      await measure(file);
    }
  }
});
