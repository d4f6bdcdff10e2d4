import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { browserSwitches } from './browser.mjs';
import { cache, root } from './paths.mjs';
import { Failure } from './script.mjs';
import { calmSettings, registerExtension, seedSettings, startServer } from './server.mjs';

const sources = path.join(root, 'test/host/suite');

/** An extension of its own carries the tests into the extension host, so that the tested one stays as it ships. */
const carrier = {
  name: 'host-tests',
  publisher: 'lossary',
  version: '0.0.0',
  engines: { vscode: '*' },
  main: './suite.js',
  browser: './suite.js',
};

/** Bundles the tests that run inside the extension host and gives the folder of the extension that carries them. */
export async function buildInsideSuite() {
  const folder = path.join(cache, 'host-tests');
  const tests = (await readdir(sources)).filter((name) => name.endsWith('.test.ts')).sort();
  const requires = tests.map((name) => `require('./${name}');`).join('\n');
  const esbuild = await import('esbuild');
  await esbuild.build({
    stdin: {
      contents: `import { setUp, runAll } from './runner';\nsetUp();\n${requires}\nexport const run = runAll;\nexport function activate() {}`,
      resolveDir: sources,
      loader: 'ts',
    },
    outfile: path.join(folder, 'suite.js'),
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  await esbuild.stop();
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(carrier, undefined, 2));
  return folder;
}

/** Collects what the tests report, one line of JSON a test, and shows it. */
export class TestLines {
  passed = 0;
  failed = 0;

  /** Takes a line printed in the extension host; lines of others are left alone. */
  take(line) {
    const found = /lossary-test (\{.*\})/.exec(line);
    if (!found) {
      return;
    }
    const { title, error } = JSON.parse(found[1]);
    if (error === undefined) {
      this.passed += 1;
      console.log(`    ✓ ${title}`);
    } else {
      this.failed += 1;
      console.log(`    ✗ ${title}\n${error.slice(0, 2000).replace(/^/gm, '      ')}`);
    }
  }

  /** The counts; a run that ended badly without a failing test is one failure. */
  result(endedWell) {
    const died = !endedWell && this.failed === 0;
    return { passed: this.passed, failed: this.failed + (died ? 1 : 0) };
  }
}

/**
 * Runs the suite inside the embedded VS Code, in the extension host of Node.
 * `extension` is the folder of the tested extension, as a VSIX unpacks it.
 */
export async function runInsideSuite({ editor, browserFile, extension, dataFolder, language }) {
  const suite = path.join(cache, 'host-tests');
  const workspace = path.join(root, 'test/fixtures/host/workspace');
  await seedSettings(dataFolder, calmSettings);
  await registerExtension(dataFolder, extension);
  const server = await startServer(editor, { dataFolder, folder: workspace, testDriver: true, language });
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: browserFile, args: browserSwitches() });
  try {
    const page = await browser.newPage();
    const lines = new TestLines();
    await page.exposeFunction('codeAutomationLog', (_kind, args) => {
      args.filter((arg) => typeof arg === 'string').forEach((arg) => lines.take(arg));
    });
    const exit = new Promise((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
    await page.goto(`${server.address}&payload=${payload(server.port, suite)}`);
    const code = await Promise.race([exit, afterSilence()]);
    return lines.result(code === 0);
  } finally {
    await browser.close();
    await server.stop();
  }
}

function payload(port, suite) {
  const uri = (file) => `vscode-remote://127.0.0.1:${port}${file}`;
  return encodeURIComponent(
    JSON.stringify([
      ['extensionDevelopmentPath', uri(suite)],
      ['extensionTestsPath', uri(path.join(suite, 'suite'))],
    ]),
  );
}

/** A suite that never ends is a failure, not a wait for ever. */
async function afterSilence() {
  await new Promise((resolve) => setTimeout(resolve, 300_000).unref());
  throw new Failure('The tests inside VS Code did not end within 5 minutes.');
}
