import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { browserSwitches } from '../../../scripts/lib/browser.mjs';
import { hostFromEnvironment } from './window';
import { Workbench } from './workbench';

const host = hostFromEnvironment();
const root = path.resolve(import.meta.dirname, '../../..');

describe('npm start', () => {
  let start: ChildProcess;
  let browser: Browser;
  let output = '';

  before(async () => {
    start = spawn(process.execPath, ['scripts/start.mjs', '--port', '0'], {
      cwd: root,
      env: { ...process.env, CI: 'true' },
    });
    start.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    browser = await chromium.launch({ executablePath: host.browserFile, args: browserSwitches() });
    await until(() => /Ctrl-C stops it/.test(output), 120_000);
  });
  after(async () => {
    start.kill('SIGTERM');
    await browser.close();
  });

  it('says what it does and prints an address that only its token opens', async () => {
    assert.match(output, /✓ Building Lossary · [\d.]+ s/);
    const { origin } = new URL(address());
    const refused = await fetch(origin);
    assert.equal(refused.status, 403);
  });

  it('opens VS Code on the samples with Lossary in it, and leaves no process behind', async () => {
    const workbench = await Workbench.open(browser, { address: address() });
    await workbench.openFile('train.py');
    await workbench.page.locator('.activitybar [aria-label^="Lossary"]').first().waitFor();
    await workbench.run('Terminal: Create New Terminal');
    await workbench.page.locator('.terminal-wrapper.active').waitFor();
    const started = descendantsOf(start.pid ?? 0);
    assert.ok(started.length >= 3, `${started.length} processes`);

    start.kill('SIGINT');
    await until(() => start.exitCode !== null, 20_000);
    assert.equal(start.exitCode, 0);
    await until(() => started.every((pid) => !isRunning(pid)), 10_000);
  });

  function address(): string {
    return /http:\/\/127\.0\.0\.1:\S+/.exec(output)?.[0] ?? '';
  }
});

/** Waits until something holds. */
async function until(holds: () => boolean, patience: number): Promise<void> {
  const end = Date.now() + patience;
  while (!holds()) {
    assert.ok(Date.now() < end, `not within ${patience} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The ids of a process's children, their children and so on. */
function descendantsOf(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = table.filter(([, parent]) => parent === pid).map(([child]) => child);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
