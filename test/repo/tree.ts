import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname ?? __dirname, '../..');

/** Every file below a folder of the repository, as paths with slashes relative to its root. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => statSync(path.join(root, name)).isFile());
}

export function textOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

export function jsonOf<T>(file: string): T {
  return JSON.parse(textOf(file)) as T;
}
