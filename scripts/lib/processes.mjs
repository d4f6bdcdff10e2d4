import { spawn } from 'node:child_process';

/** The environment for a program of its own: without what npm tells the scripts it runs about this package. */
export function cleanEnvironment(extra = {}) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|command|config_local_prefix|execpath|node_execpath)/i.test(name),
  );
  return { ...Object.fromEntries(inherited), ...extra };
}

const groups = new Set();

// However this process ends, it leaves none of them behind.
process.on('exit', () => {
  groups.forEach((child) => signalGroup(child, 'SIGKILL'));
});

/** Starts a program as the head of a process group of its own, so that whatever it starts can be ended with it. */
export function startGroup(command, args, options) {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  groups.add(child);
  child.on('close', () => groups.delete(child));
  child.on('error', () => groups.delete(child));
  return child;
}

/** Ends a group started with `startGroup`: asked to first, made to after `patience` milliseconds. */
export async function stopGroup(child, patience = 4000) {
  const end = Date.now() + patience;
  signalGroup(child, 'SIGTERM');
  while (Date.now() < end && signalGroup(child, 0)) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  signalGroup(child, 'SIGKILL');
}

/** Ends every group that is still running. */
export async function stopAllGroups() {
  await Promise.all([...groups].map((child) => stopGroup(child)));
}

/** Sends a signal to a group; false where no process of it is left. */
function signalGroup(child, signal) {
  try {
    return process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    return false;
  }
}

/**
 * Runs a program to its end.
 * Resolves with its exit code and all that it printed; rejects only where it could not be started.
 * With `echo`, its output is also shown as it comes.
 */
export function run(command, args, { cwd, env = cleanEnvironment(), echo = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = startGroup(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (stream) => (chunk) => {
      output += chunk;
      if (echo) {
        stream.write(chunk);
      }
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs npm itself, the one that runs this script where there is one. */
export function npm(args, options = {}) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) {
    return run(process.execPath, [own, ...args], options);
  }
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** The last lines of a program's output: where it says why it failed. */
export function tail(output, lines = 12) {
  return output.trim().split('\n').slice(-lines).join('\n');
}
