import { setInterval } from 'node:timers';
import { stopAllGroups } from './processes.mjs';

/** Something that a person can act on: printed as its sentence alone, without a stack. */
export class Failure extends Error {}

/**
 * Runs a script's body. A `Failure` ends it with a sentence, anything else with its stack.
 * Ctrl-C, a closed terminal or a request to end stops every program that the script started, then the script itself
 * with `interruptedCode`.
 */
export async function script(body, { interruptedCode = 130 } = {}) {
  let interrupted = false;
  const interrupt = () => {
    if (!interrupted) {
      interrupted = true;
      void stopAllGroups().then(() => {
        console.log('\nStopped.');
        process.exit(interruptedCode);
      });
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, interrupt);
  }
  whenOrphaned(interrupt);
  try {
    await body();
  } catch (error) {
    if (!interrupted) {
      console.error(error instanceof Failure ? `\n✗ ${error.message}` : error);
      process.exitCode = 1;
    }
  }
}

/** npm, asked to end, ends the shell it runs a script in, but not the script: that one sees its parent change. */
function whenOrphaned(act) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => {
      if (process.ppid !== parent) {
        act();
      }
    }, 1000).unref();
  }
}
