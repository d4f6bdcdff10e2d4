import path from 'node:path';
import { root } from './paths.mjs';
import { cleanEnvironment, run } from './processes.mjs';

/**
 * Runs mocha, shows what it prints, and gives what it counted as `{ passed, failed }`.
 * A run that ends badly without a failing test, such as one whose files do not load, is one failure.
 */
export async function runMocha(args, environment = {}) {
  const program = path.join(root, 'node_modules/mocha/bin/mocha.js');
  const { code, output } = await run(process.execPath, [program, '--reporter', 'dot', ...args], {
    cwd: root,
    env: cleanEnvironment(environment),
    echo: true,
  });
  const failed = countOf('failing', output);
  return { passed: countOf('passing', output), failed: code === 0 ? failed : Math.max(1, failed) };
}

/** Mocha's closing lines are `12 passing (3s)` and `1 failing`. */
function countOf(word, output) {
  return Number(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(output)?.[1] ?? 0);
}
