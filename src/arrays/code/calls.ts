import type { Value } from '../reading/value';

/** The arguments of a call, as far as they are known. */
export interface CallArguments {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

/** What a known function gives for its arguments. */
export type KnownFunction = (args: CallArguments) => Value;

/** The argument at a position or under a name. */
export function argument(
  args: CallArguments,
  position: number,
  ...names: readonly string[]
): Value | undefined {
  for (const name of names) {
    const value = args.named.get(name);
    if (value !== undefined) {
      return value;
    }
  }
  return args.positional[position];
}

/** A number given at a position or under a name. */
export function numberArgument(
  args: CallArguments,
  position: number,
  ...names: readonly string[]
): number | undefined {
  const value = argument(args, position, ...names);
  return value?.kind === 'number' ? value.value : undefined;
}

/** What a type argument calls itself: a dotted name or a quoted string. */
export function nameOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'path') {
    return value.path;
  }
  return value?.kind === 'text' ? value.text : undefined;
}
