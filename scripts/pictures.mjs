// Makes the README's pictures in the real VS Code: `npm run pictures`.
import path from 'node:path';
import { rm } from 'node:fs/promises';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureEditor } from './lib/editor.mjs';
import { cache, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { Failure, script } from './lib/script.mjs';
import { installVsix } from './lib/server.mjs';

const folder = path.join(cache, 'runs', `${process.pid}-pictures`);

await script(async () => {
  await ensureDependencies();
  const editor = await ensureEditor();
  const browserFile = await ensureBrowser();
  const { makeVsix } = await import('./package.mjs');
  const host = {
    editor,
    browserFile,
    extension: await installVsix(editor, path.join(folder, 'installed'), await makeVsix()),
    kind: 'node',
    folder,
    pictures: path.join(root, 'docs/pictures'),
    workspace: path.join(root, 'samples'),
  };
  const { code, output } = await run(process.execPath, ['--import', 'tsx', 'test/host/pictures.ts'], {
    cwd: root,
    env: { ...process.env, LOSSARY_HOST: JSON.stringify(host) },
  });
  await rm(folder, { recursive: true, force: true });
  if (code !== 0) {
    throw new Failure(`The pictures could not be made.\n${output}`);
  }
  console.log('docs/pictures/');
});
