import type { Locale } from '../../base/text';
import type { Finding } from '../../checking/finding';
import type { Format } from '../arguments';
import type { SourceFile } from '../files';
import { jsonReport } from './json';
import { sarifReport } from './sarif';
import { textReport } from './text';

/** A file with what was found in it. */
export interface CheckedFile {
  readonly file: SourceFile;
  readonly findings: readonly Finding[];
}

/** What was checked, ready to be reported. */
export interface Checked {
  readonly files: readonly CheckedFile[];
  readonly locale: Locale;
  readonly version: string;
}

const reports: { readonly [F in Format]: (checked: Checked) => string } = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
};

export function reportOf(checked: Checked, format: Format): string {
  return reports[format](checked);
}

/** Whether anything is so wrong that a build should fail. */
export function hasProblems({ files }: Checked): boolean {
  return files.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
}
