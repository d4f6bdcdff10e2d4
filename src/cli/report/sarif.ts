import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkCodes } from '../../checking/codes';
import type { Finding, Severity } from '../../checking/finding';
import type { SourceFile } from '../files';
import { Places } from './places';
import type { Checked } from './report';

const levels: { readonly [S in Severity]: 'error' | 'warning' | 'note' } = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** A log by SARIF 2.1.0, as code scanning services read it. */
export function sarifReport({ files, locale, version }: Checked): string {
  const codes = [...new Set(files.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort();
  const rules = codes.map((id) => {
    const known = checkCodes.find(({ code }) => code === id);
    return { id, ...(known && { shortDescription: { text: known.title[locale] } }) };
  });
  const results = files.flatMap(({ file, findings }) => {
    const places = new Places(file.text);
    return findings.map((finding) => resultOf(finding, file, places, codes));
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Lossary', version, rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(finding: Finding, file: SourceFile, places: Places, codes: readonly string[]): object {
  const { code, severity, message, fix, related } = finding;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(finding, file, places)],
    ...(related && {
      relatedLocations: related.map((place, id) => ({
        id,
        ...locationOf(place, file, places),
        message: { text: place.message },
      })),
    }),
    ...(fix && { fixes: [fixOf(fix, file, places)] }),
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function locationOf(range: Stretch, file: SourceFile, places: Places): object {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: regionOf(range, places) },
  };
}

function fixOf(fix: NonNullable<Finding['fix']>, file: SourceFile, places: Places): object {
  return {
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(file) },
        replacements: fix.edits.map((edit) => ({
          deletedRegion: regionOf(edit, places),
          insertedContent: { text: edit.newText },
        })),
      },
    ],
  };
}

function regionOf({ start, end }: Stretch, places: Places): object {
  const from = places.at(start);
  const to = places.at(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** Relative where the file lies in the working directory, as services that know the repository want it. */
function uriOf({ name, path: file }: SourceFile): string {
  return path.isAbsolute(name)
    ? pathToFileURL(file).href
    : encodeURI(name).replace(/[?#]/g, encodeURIComponent);
}
