import type { Problem, Result } from '../base/result';
import { fail, succeed } from '../base/result';
import type { Tensor } from '../numeric/tensor';
import type { Arguments } from './formula';

/** The arrays of the named slots; `missing` names the first that was not given. */
export function bind<Name extends string>(
  args: Arguments,
  names: readonly Name[],
): Result<{ readonly [N in Name]: Tensor }> {
  const bound: { [slot: string]: Tensor } = {};
  for (const name of names) {
    const tensor = args.arrays[name] as Tensor | undefined;
    if (!tensor) return fail(missing([name]));
    bound[name] = tensor;
  }
  return succeed(bound as { readonly [N in Name]: Tensor });
}

/** The array of a slot that may be left out. */
export function optional(args: Arguments, name: string): Tensor | undefined {
  return args.arrays[name];
}

/** Which one of a group of slots was given; `missing` if none was. */
export function given<Name extends string>(args: Arguments, names: readonly Name[]): Result<Name> {
  const name = names.find((candidate) => optional(args, candidate));
  return name ? succeed(name) : fail(missing(names));
}

function missing(names: readonly string[]): Problem {
  return {
    code: 'missing',
    slot: names[0],
    message: {
      en: `An array for ${names.join(' or ')} is needed.`,
      'zh-cn': `缺少数组：${names.join(' 或 ')}。`,
    },
  };
}
