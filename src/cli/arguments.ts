import { parseArgs } from 'node:util';
import { localeOf, type Locale } from '../base/text';

export const formats = ['text', 'json', 'sarif'] as const;
export type Format = (typeof formats)[number];

/** What the command line asks for. */
export type Command =
  | {
      readonly kind: 'check';
      readonly patterns: readonly string[];
      readonly format: Format;
      readonly locale: Locale;
      readonly disabled: readonly string[];
    }
  | { readonly kind: 'help' | 'version'; readonly locale: Locale }
  | { readonly kind: 'misuse'; readonly locale: Locale; readonly message: string };

const options = {
  format: { type: 'string', short: 'f', default: 'text' },
  locale: { type: 'string', short: 'l' },
  disable: { type: 'string', multiple: true, default: [] as string[] },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** Reads the arguments behind the program's name; `language` is that of the environment, such as `zh_CN.UTF-8`. */
export function readArguments(args: readonly string[], language = 'en'): Command {
  const usual = localeOf(language);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return commandOf(values, positionals, values.locale === undefined ? usual : localeOf(values.locale));
  } catch (error) {
    return { kind: 'misuse', locale: usual, message: error instanceof Error ? error.message : String(error) };
  }
}

interface Values {
  readonly format: string;
  readonly locale?: string;
  readonly disable: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
}

function commandOf(values: Values, positionals: readonly string[], locale: Locale): Command {
  if (values.help) return { kind: 'help', locale };
  if (values.version) return { kind: 'version', locale };
  const [verb, ...patterns] = positionals;
  const misuse = (en: string, chinese: string): Command => ({
    kind: 'misuse',
    locale,
    message: { en, 'zh-cn': chinese }[locale],
  });
  if (verb === undefined) return misuse('Nothing to do.', '未指定命令。');
  if (verb !== 'check') return misuse(`There is no command "${verb}".`, `没有命令“${verb}”。`);
  if (patterns.length === 0) return misuse('No files are named.', '未指定文件。');
  const format = formats.find((one) => one === values.format);
  if (format === undefined) {
    const all = formats.join(', ');
    return misuse(
      `The format must be one of ${all}, but is "${values.format}".`,
      `格式应为 ${all} 之一，实际为“${values.format}”。`,
    );
  }
  if (values.locale !== undefined && !/^(?:en|zh)(?:$|[-_])/i.test(values.locale)) {
    return misuse(
      `The locale must be en or zh-cn, but is "${values.locale}".`,
      `语言应为 en 或 zh-cn，实际为“${values.locale}”。`,
    );
  }
  const disabled = values.disable.flatMap((codes) => codes.split(',')).map((code) => code.trim());
  return { kind: 'check', patterns, format, locale, disabled };
}

const usage = {
  en: `Usage: lossary check <files or patterns> [options]

Checks notes and code for wrong formulas, numbers and calls.

Options:
  -f, --format <text|json|sarif>  how to report (text)
  -l, --locale <en|zh-cn>         language of the messages (that of the system)
      --disable <code,…>          kinds of findings to leave out
  -h, --help                      this text
  -v, --version                   the version

Exit code: 0 nothing wrong, 1 at least one warning or error, 2 wrong use.
`,
  'zh-cn': `用法：lossary check <文件或通配模式> [选项]

检查笔记与代码中的公式、数值和调用错误。

选项：
  -f, --format <text|json|sarif>  输出格式（默认 text）
  -l, --locale <en|zh-cn>         消息的语言（默认为系统语言）
      --disable <code,…>          不需要的检查项
  -h, --help                      显示本说明
  -v, --version                   显示版本

退出码：0 没有问题，1 至少有一个警告或错误，2 用法错误。
`,
} as const;

export function usageText(locale: Locale): string {
  return usage[locale];
}
