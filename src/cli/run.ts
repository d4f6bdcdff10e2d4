import { createEngine } from '../engine';
import { readArguments, usageText, type Command } from './arguments';
import { checkFiles } from './check';
import { hasProblems, reportOf } from './report/report';

/** What the program writes and how it ends: 0 nothing wrong, 1 warnings or errors, 2 wrong use. */
export interface Ending {
  readonly output: string;
  readonly error: string;
  readonly code: 0 | 1 | 2;
}

export interface Surroundings {
  readonly directory: string;
  readonly language: string;
  readonly version: string;
}

/** The whole program, from its arguments to what it writes. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<Ending> {
  const command = readArguments(args, surroundings.language);
  switch (command.kind) {
    case 'help':
      return { output: usageText(command.locale), error: '', code: 0 };
    case 'version':
      return { output: `${surroundings.version}\n`, error: '', code: 0 };
    case 'misuse':
      return misuse(command.message, command.locale);
    case 'check':
      return check(command, surroundings);
  }
}

function misuse(message: string, locale: Command['locale']): Ending {
  return { output: '', error: `${message}\n\n${usageText(locale)}`, code: 2 };
}

async function check(
  command: Extract<Command, { kind: 'check' }>,
  { directory, version }: Surroundings,
): Promise<Ending> {
  const { locale, patterns, disabled, format } = command;
  const files = await checkFiles(createEngine({ locale }), patterns, directory, disabled);
  if (files.length === 0) {
    const shown = patterns.join(' ');
    const message = { en: `No file matches ${shown}.`, 'zh-cn': `没有与 ${shown} 匹配的文件。` }[locale];
    return { output: '', error: `${message}\n`, code: 2 };
  }
  const checked = { files, locale, version };
  return { output: reportOf(checked, format), error: '', code: hasProblems(checked) ? 1 : 0 };
}
