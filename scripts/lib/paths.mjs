import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything that is downloaded or made for running and testing; safe to delete. */
export const cache = path.join(root, '.vscode-test');

/** True in the module that was given to `node`, false where it is imported. */
export function isMain(moduleUrl) {
  return process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(moduleUrl);
}
