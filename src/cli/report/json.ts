import { Places } from './places';
import type { Checked } from './report';

/** The findings as a list, with offsets and with lines and columns. */
export function jsonReport({ files, version }: Checked): string {
  const findings = files.flatMap(({ file, findings: found }) => {
    const places = new Places(file.text);
    return found.map((finding) => ({
      file: file.name,
      from: places.at(finding.start),
      to: places.at(finding.end),
      ...finding,
    }));
  });
  return `${JSON.stringify({ version, files: files.map(({ file }) => file.name), findings }, undefined, 2)}\n`;
}
