import { clearInterval, setInterval } from 'node:timers';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const live = process.stdout.isTTY === true;

/** `3.2 s`, `2 min 5 s`. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) {
    return `${seconds.toFixed(1)} s`;
  }
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** `12.3 MB`, `640 KB`, in powers of 1000 as file managers and registries count. */
export function size(bytes) {
  return bytes >= 1e6
    ? `${(bytes / 1e6).toFixed(bytes >= 1e8 ? 0 : 1)} MB`
    : `${Math.round(bytes / 1000)} KB`;
}

/** The bytes of all files under a folder. */
export async function folderSize(folder) {
  let total = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) {
      total += (await stat(path.join(entry.parentPath ?? entry.path, entry.name))).size;
    }
  }
  return total;
}

/**
 * Does a piece of work while saying so: its title at once, the seconds as they pass, and at the end the seconds it took
 * with the note that the work returns, if it returns one as `{ note }`.
 */
export async function step(title, work) {
  const start = performance.now();
  const tick = () => {
    const passed = duration(performance.now() - start);
    if (live) {
      process.stdout.write(`\r\x1b[K• ${title} … ${passed}`);
    } else {
      console.log(`  … still at it: ${title}, ${passed}`);
    }
  };
  process.stdout.write(live ? `• ${title} …` : `• ${title}\n`);
  const timer = setInterval(tick, live ? 200 : 30_000);
  const finish = (mark, note) => {
    clearInterval(timer);
    const line = [`${mark} ${title}`, duration(performance.now() - start), ...(note ? [note] : [])].join(
      ' · ',
    );
    process.stdout.write(`${live ? '\r\x1b[K' : ''}${line}\n`);
  };
  try {
    const result = await work();
    finish('✓', result?.note);
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}
