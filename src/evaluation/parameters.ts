import { fail, succeed, type Problem, type Result } from '../base/result';
import type { Formula, Parameter, ParameterValue } from '../catalog/formula';
import { parameterName } from '../catalog/frameworks/frameworks';
import { paramsProblem } from '../catalog/params';

/** Complete, checked parameters of a formula by name. */
export interface Parameters {
  readonly [name: string]: ParameterValue;
}

/** The parameters of a request under the names of the catalogue: `label_smoothing` is `labelSmoothing`. */
export function canonicalNames(given: unknown): ReadonlyMap<string, ParameterValue> {
  const named = new Map<string, ParameterValue>();
  if (typeof given !== 'object' || given === null) return named;
  for (const [name, value] of Object.entries(given) as [string, ParameterValue | undefined][]) {
    if (value !== undefined) named.set(parameterName(name), value);
  }
  return named;
}

/** What besides the request has a say in the parameters; names are the catalogue's. */
export interface ParameterContext {
  /** Names which the record does not have but which may be given: reduction, options of a library. */
  readonly admitted: ReadonlySet<string>;
  readonly defaults: ReadonlyMap<string, ParameterValue>;
  readonly fixed: ReadonlyMap<string, ParameterValue>;
}

/**
 * Fills in what the request leaves open and checks what it gives against the record: `unknown` for a name that neither
 * the record nor `admitted` has, `domain` for a value of the wrong kind or out of range. Order of precedence: `fixed`,
 * the request, `defaults`, the record's defaults.
 */
export function completeParameters(
  record: Formula,
  given: ReadonlyMap<string, ParameterValue>,
  context: ParameterContext,
): Result<Parameters> {
  const stranger = [...given.keys()].find(
    (name) => !context.admitted.has(name) && !record.params.some((parameter) => parameter.name === name),
  );
  if (stranger !== undefined) return fail(unknownParameter(record, stranger));
  const complete = Object.fromEntries(
    record.params.map((parameter) => {
      const { name } = parameter;
      const source = [context.fixed, given, context.defaults].find((each) => each.has(name));
      return [name, canonicalValue(parameter, source ? source.get(name)! : parameter.default)];
    }),
  );
  const problem = paramsProblem(record.params, complete);
  return problem === undefined ? succeed(complete) : fail(problem);
}

const baseNames: ReadonlyMap<ParameterValue, ParameterValue> = new Map<ParameterValue, ParameterValue>([
  ['2', 2],
  ['10', 10],
  ['bits', 2],
  ['nats', 'e'],
  ['hartleys', 10],
]);

/** JSON writes infinities as strings, people write bases as words. */
function canonicalValue(parameter: Parameter, value: ParameterValue): ParameterValue {
  if (parameter.kind === 'base') return baseNames.get(value) ?? value;
  if (parameter.kind !== 'number') return value;
  return value === 'Infinity' ? Infinity : value === '-Infinity' ? -Infinity : value;
}

function unknownParameter(record: Formula, name: string): Problem {
  const known = record.params.map((parameter) => parameter.name);
  const shown = JSON.stringify(name.slice(0, 40));
  const [names, chineseNames] = [known.join(', '), known.join('、')];
  return {
    code: 'unknown',
    slot: name,
    message: {
      en: `${record.id} has no parameter ${shown}${names === '' ? '' : `; it has ${names}`}.`,
      'zh-cn': `${record.id} 没有参数 ${shown}${names === '' ? '' : `；它的参数有 ${chineseNames}`}。`,
    },
  };
}
