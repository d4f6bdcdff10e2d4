// Runs the tests: `npm test`, or one part of them: `node scripts/test.mjs unit|host|web|desktop|check|all`.
import path from 'node:path';
import { rm } from 'node:fs/promises';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runDesktopSuite } from './lib/desktopSuite.mjs';
import { ensureEditor } from './lib/editor.mjs';
import { buildInsideSuite, runInsideSuite } from './lib/insideSuite.mjs';
import { runMocha } from './lib/mochaRun.mjs';
import { cache, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { duration } from './lib/progress.mjs';
import { Failure, script } from './lib/script.mjs';
import { installVsix } from './lib/server.mjs';

/** A part of the tests, by title, whose work gives `{ passed, failed }`. */
const tool = (title, script_) => ({ title, work: () => runTool(script_) });
const types = tool('Types', 'types');
const lint = tool('Lint and format', 'lint');
const unit = { title: 'Unit and repo tests', work: () => runMocha([]) };

/** A tool that prints only where something is wrong counts as one test. */
async function runTool(name) {
  const { code, output } = await run('npm', ['run', '--silent', name], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  if (code !== 0) {
    console.log(output.trimEnd());
  }
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

// VS Code runs a suite in the host that holds its files, which is Node's here; the web's is driven through the window.
const inside = {
  title: 'Inside VS Code (extension host of Node)',
  work: async (host) => runInsideSuite({ ...(await host()), dataFolder: freshFolder('inside') }),
};
const workbench = (kind) => ({
  title: `VS Code's window (extension host of ${kind === 'web' ? 'the web' : 'Node'})`,
  work: async (host) => runWorkbench(await host(), kind),
});
const desktop = {
  title: 'Inside VS Code (desktop)',
  work: async () => runDesktopSuite(await packagedExtension()),
};

const modes = {
  unit: [unit],
  check: [types, lint, unit],
  host: [inside, workbench('node')],
  web: [workbench('web')],
  desktop: [desktop],
  all: [types, lint, unit, inside, workbench('node')],
};

let runs = 0;
const freshFolder = (name) => path.join(cache, 'runs', `${process.pid}-${(runs += 1)}-${name}`);

/** What ships: packed, then installed by VS Code itself. Gives the folder that it was installed in. */
async function packagedExtension(editor) {
  const { makeVsix } = await import('./package.mjs');
  const vsix = await makeVsix();
  await buildInsideSuite();
  return editor === undefined ? vsix : installVsix(editor, freshFolder('installed'), vsix);
}

/** Everything that the tests in VS Code stand on, made when the first of them asks. */
function hostMaker() {
  let made;
  const make = async () => {
    const editor = await ensureEditor();
    const browserFile = await ensureBrowser();
    return { editor, browserFile, extension: await packagedExtension(editor) };
  };
  return () => (made ??= make());
}

function runWorkbench({ editor, browserFile, extension }, kind) {
  const args = ['--no-package', '--node-option', 'import=tsx', '--timeout', '240000', '--exit'];
  return runMocha([...args, 'test/host/workbench/**/*.test.ts'], {
    LOSSARY_HOST: JSON.stringify({
      editor,
      browserFile,
      extension,
      kind,
      folder: freshFolder('window'),
      pictures: path.join(cache, 'pictures'),
      workspace: path.join(root, 'test/fixtures/host/workspace'),
    }),
  });
}

async function runStage({ title, work }, host) {
  console.log(`\n── ${title}`);
  const start = performance.now();
  const counts = await work(host).catch((error) => {
    console.error(error instanceof Failure ? `✗ ${error.message}` : error);
    return { passed: 0, failed: 1 };
  });
  console.log(`   ${counts.passed} passed, ${counts.failed} failed · ${duration(performance.now() - start)}`);
  return counts;
}

await script(async () => {
  const mode = process.argv[2] ?? 'all';
  const stages = modes[mode];
  if (stages === undefined) {
    throw new Failure(`There is no part called "${mode}": ${Object.keys(modes).join(', ')}.`);
  }
  const start = performance.now();
  await ensureDependencies();
  const host = hostMaker();
  const total = { passed: 0, failed: 0 };
  for (const stage of stages) {
    const counts = await runStage(stage, host);
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  await rm(path.join(cache, 'runs'), { recursive: true, force: true });
  console.log(`\n${duration(performance.now() - start)} in all\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
});
