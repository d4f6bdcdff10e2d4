// Opens Lossary on samples/ in VS Code: `npm start [-- --web] [-- --port N]`.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { programOnPath } from './lib/browser.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureEditor } from './lib/editor.mjs';
import { cache, root } from './lib/paths.mjs';
import { cleanEnvironment, run, tail } from './lib/processes.mjs';
import { step } from './lib/progress.mjs';
import { Failure, script } from './lib/script.mjs';
import { calmSettings, registerExtension, seedSettings, startServer } from './lib/server.mjs';

const samples = path.join(root, 'samples');

function readOptions() {
  try {
    return parseArgs({ options: { web: { type: 'boolean' }, port: { type: 'string' } } }).values;
  } catch (error) {
    throw new Failure(`${error.message}. Known options: --web (the embedded VS Code), --port N.`);
  }
}

async function build() {
  await step('Building Lossary', async () => {
    const { build: buildAll } = await import('../esbuild.mjs');
    await buildAll({ development: true }).catch(() => {
      throw new Failure('Lossary could not be built; esbuild says above where and why.');
    });
  });
}

/** Opens the VS Code that is installed; it keeps its own settings and stays open when this ends. */
async function openInstalled(code) {
  const args = [`--extensionDevelopmentPath=${root}`, samples];
  const { code: exit, output } = await run(code, args, { shell: process.platform === 'win32' });
  if (exit !== 0) {
    throw new Failure(
      `\`code\` ended with ${exit}: ${output.trim()}\nTry the embedded one: npm start -- --web`,
    );
  }
  console.log('\nVS Code is open on samples/. Rest the pointer on a loss in train.py or losses.md.');
}

/** Runs the embedded VS Code until Ctrl-C. */
async function serve(port = '4800-4899') {
  const editor = await ensureEditor();
  const dataFolder = path.join(cache, 'start');
  await seedSettings(dataFolder, { ...calmSettings, 'editor.hover.delay': 200 });
  await registerExtension(dataFolder, root);
  const server = await step('Starting VS Code', () =>
    startServer(editor, { dataFolder, folder: samples, port }),
  );
  console.log(`\nLossary is open in VS Code at\n\n  ${server.address}\n\nCtrl-C stops it.`);
  showInBrowser(server.address);
  await server.ended;
  throw new Failure(`VS Code's server ended by itself.\n${tail(server.output())}`);
}

/** Asks the desktop to open the address; where there is none, the printed address is enough. */
function showInBrowser(address) {
  const openers = { darwin: ['open', address], win32: ['cmd', '/c', 'start', '', address] };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open', address];
  const hasDesktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.env.CI || !hasDesktop) {
    return;
  }
  spawn(command, args, { env: cleanEnvironment(), stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

await script(
  async () => {
    const options = readOptions();
    await ensureDependencies();
    await build();
    const code = options.web || options.port ? undefined : programOnPath('code');
    await (code ? openInstalled(code) : serve(options.port));
  },
  { interruptedCode: 0 },
);
