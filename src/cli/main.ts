import process from 'node:process';
import { version } from '../../package.json';
import { run } from './run';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const language = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? 'en';
const { output, error, code } = await run(process.argv.slice(2), {
  directory: process.cwd(),
  language,
  version,
});
process.stdout.write(output);
process.stderr.write(error);
process.exitCode = code;
