import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './script.mjs';
import { root } from './paths.mjs';
import { folderSize, size, step } from './progress.mjs';
import { npm, tail } from './processes.mjs';

/** Installs the project's packages where they are missing or differ from package-lock.json. */
export async function ensureDependencies() {
  if (areInstalled()) {
    return;
  }
  await step('Installing packages (npm ci)', async () => {
    const { code, output } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root });
    if (code !== 0) {
      throw new Failure(
        `npm could not install the packages. Is the npm registry reachable?\n${tail(output)}`,
      );
    }
    return { note: size(await folderSize(path.join(root, 'node_modules'))) };
  });
}

/** npm keeps what it installed in a hidden lock file, written last: it must name every package of ours. */
function areInstalled() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) {
    return false;
  }
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional === true || there[name]?.version === version,
  );
}
