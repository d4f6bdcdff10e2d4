import type { Problem, Result } from '../base/result';
import { fail, succeed } from '../base/result';
import { parameterInRange } from '../numeric/checks/parameters';
import type { Parameter, ParameterValue } from './formula';

interface Given {
  readonly [name: string]: ParameterValue | undefined;
}
interface Complete {
  readonly [name: string]: ParameterValue;
}

/** Named by every loss and read by whoever reduces its terms, so that no record declares it. */
const reduction = 'reduction';

/**
 * The parameters of a formula with defaults filled in. `unknown` for a name that the formula does not have, `domain` for
 * a value of the wrong kind or outside the parameter's interval.
 */
export function completeParams(parameters: readonly Parameter[], given: Given): Result<Complete> {
  const unknown = Object.keys(given).find(
    (name) => name !== reduction && !parameters.some((parameter) => parameter.name === name),
  );
  if (unknown !== undefined) return fail(unknownParameter(unknown, parameters));
  const entries = parameters.map(({ name, default: standard }) => [name, given[name] ?? standard] as const);
  const complete = Object.fromEntries(entries);
  const problem = paramsProblem(parameters, complete);
  return problem ? fail(problem) : succeed(complete);
}

/** The first parameter whose value is of the wrong kind or outside its interval. */
export function paramsProblem(parameters: readonly Parameter[], params: Complete): Problem | undefined {
  for (const parameter of parameters) {
    const problem = parameterProblem(parameter, params[parameter.name]);
    if (problem) return problem;
  }
  return undefined;
}

function parameterProblem(parameter: Parameter, value: ParameterValue | undefined): Problem | undefined {
  if (value === undefined || (value === null && parameter.default === null)) return undefined;
  if (parameter.choices) return choiceProblem(parameter, value);
  switch (parameter.kind) {
    case 'boolean':
      return typeof value === 'boolean'
        ? undefined
        : wrongKind(parameter, value, 'true or false', 'true 或 false');
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value)) {
        return wrongKind(parameter, value, 'an integer', '整数');
      }
      return parameterInRange(parameter.name, value, parameter);
    case 'number':
      if (typeof value !== 'number') return wrongKind(parameter, value, 'a number', '数');
      return parameterInRange(parameter.name, value, parameter);
    default:
      return undefined;
  }
}

function choiceProblem(parameter: Parameter, value: ParameterValue): Problem | undefined {
  const choices = parameter.choices ?? [];
  if (choices.some((choice) => choice.value === value)) return undefined;
  const list = choices.map((choice) => String(choice.value)).join(', ');
  return wrongKind(parameter, value, `one of ${list}`, `以下之一：${list}`);
}

function wrongKind(parameter: Parameter, value: ParameterValue, en: string, chinese: string): Problem {
  return {
    code: 'domain',
    slot: parameter.name,
    message: {
      en: `${parameter.name} must be ${en}, but is ${String(value)}.`,
      'zh-cn': `${parameter.name} 应为${/^[\x20-\x7e]/.test(chinese) ? ' ' : ''}${chinese}，实际为 ${String(value)}。`,
    },
  };
}

function unknownParameter(name: string, parameters: readonly Parameter[]): Problem {
  const names = parameters.map((parameter) => parameter.name).join(', ');
  return {
    code: 'unknown',
    slot: name,
    message: {
      en: `There is no parameter ${name}; the formula has ${names === '' ? 'none' : names}.`,
      'zh-cn': `没有名为 ${name} 的参数；该公式的参数：${names === '' ? '无' : names}。`,
    },
  };
}

/** A numeric parameter of checked arguments. */
export function numberOf(params: Complete, name: string): number {
  return Number(params[name]);
}

/** A numeric parameter that may be absent. */
export function optionalNumber(params: Complete, name: string): number | null {
  const value = params[name];
  return typeof value === 'number' ? value : null;
}
