import type { Severity } from '../../checking/finding';
import { Places } from './places';
import type { Checked } from './report';

const severities: { readonly [S in Severity]: { readonly en: string; readonly 'zh-cn': string } } = {
  error: { en: 'error', 'zh-cn': '错误' },
  warning: { en: 'warning', 'zh-cn': '警告' },
  information: { en: 'information', 'zh-cn': '信息' },
  hint: { en: 'hint', 'zh-cn': '提示' },
};

/** A line for each finding, `file:line:column`, and a closing count. */
export function textReport({ files, locale }: Checked): string {
  const lines = files.flatMap(({ file, findings }) => {
    if (findings.length === 0) return [];
    const places = new Places(file.text);
    return findings.map(({ start, severity, message, code }) => {
      const { line, column } = places.at(start);
      return `${file.name}:${line}:${column}: ${severities[severity][locale]}: ${message} [${code}]`;
    });
  });
  const { length: count } = files;
  const closing = {
    en: `${plural(count, 'file')} checked, ${plural(lines.length, 'finding')}.`,
    'zh-cn': `检查了 ${count} 个文件，发现 ${lines.length} 处。`,
  }[locale];
  return [...lines, closing, ''].join('\n');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
