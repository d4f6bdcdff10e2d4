import type { Engine } from '../engine';
import { filesOf, readSource } from './files';
import type { CheckedFile } from './report/report';

/** Checks every file that the patterns name, one after the other. */
export async function checkFiles(
  engine: Pick<Engine, 'check'>,
  patterns: readonly string[],
  directory: string,
  disabled: readonly string[],
): Promise<readonly CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for (const path of await filesOf(patterns, directory)) {
    const file = await readSource(path, directory);
    checked.push({ file, findings: engine.check(file.text, file.languageId, { disabled }) });
  }
  return checked;
}
