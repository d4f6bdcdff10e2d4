// Makes the VSIX that ships: `npm run package`.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { build } from '../esbuild.mjs';
import { isMain, root } from './lib/paths.mjs';
import { size, step } from './lib/progress.mjs';
import { Failure, script } from './lib/script.mjs';

/** What we aim to stay under: a download that nobody notices. */
const ceiling = 2.5e6;

/** Builds and packs everything into one file and gives its path. */
export async function makeVsix() {
  const file = path.join(root, 'lossary.vsix');
  await step('Building', () =>
    build().catch(() => {
      throw new Failure('Lossary could not be built; esbuild says above where and why.');
    }),
  );
  await step('Packing the VSIX', async () => {
    const { createVSIX } = await import('@vscode/vsce');
    await createVSIX({
      cwd: root,
      packagePath: file,
      dependencies: false,
      allowMissingRepository: true,
      // The README's links are relative to the repository, wherever that lies.
      rewriteRelativeLinks: false,
      skipLicense: false,
    });
    const bytes = (await stat(file)).size;
    const warning = bytes > ceiling ? `, more than the ${size(ceiling)} that we aim to stay under` : '';
    return { note: size(bytes) + warning };
  });
  return file;
}

if (isMain(import.meta.url)) {
  await script(async () => {
    const file = await makeVsix();
    console.log(`\n${path.relative(root, file)}`);
  });
}
