import { fail, succeed, type Result } from '../base/result';
import { bodies } from './candidates';
import type { Expression } from './expression';
import { readFormula } from './formulaText';

/** What a formula says: the right side of its first equation, or the whole; ranges count in the TeX. */
export function parseFormula(
  tex: string,
  macros?: { readonly [command: string]: string },
): Result<Expression> {
  const read = readFormula(tex, macros);
  if (!read.ok) return read;
  const side =
    bodies(read.value)[0] ?? read.value.statements.find((statement) => statement.complete)?.sides[0];
  if (side) return succeed(side.expression);
  return fail({
    code: 'unknown',
    message: { en: 'The formula could not be read as a whole.', 'zh-cn': '未能完整读懂该公式。' },
  });
}
