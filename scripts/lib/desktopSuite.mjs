import path from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { TestLines } from './insideSuite.mjs';
import { cache, root } from './paths.mjs';
import { run } from './processes.mjs';
import { Failure } from './script.mjs';

/** Runs the suite inside the desktop VS Code, which `@vscode/test-electron` downloads, with the VSIX installed. */
export async function runDesktopSuite(vsix) {
  const { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } =
    await import('@vscode/test-electron');
  const program = await downloadAndUnzipVSCode({ cachePath: path.join(cache, 'desktop') }).catch((error) => {
    throw new Failure(`VS Code's download site did not answer: ${error.message}`);
  });
  const profile = await mkdtemp(path.join(tmpdir(), 'lossary-'));
  const own = [`--user-data-dir=${profile}/data`, `--extensions-dir=${profile}/extensions`];
  try {
    const [cli] = resolveCliArgsFromVSCodeExecutablePath(program);
    await run(cli, ['--install-extension', vsix, ...own], { shell: process.platform === 'win32' });
    const lines = new TestLines();
    const suite = path.join(cache, 'host-tests');
    const { code, output } = await run(program, [
      path.join(root, 'test/fixtures/host/workspace'),
      ...own,
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--extensionDevelopmentPath=${suite}`,
      `--extensionTestsPath=${path.join(suite, 'suite')}`,
    ]);
    output.split('\n').forEach((line) => lines.take(line));
    return lines.result(code === 0);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
