import type { Range } from '../base/range';
import type { Expression, Index, MeasureName } from './expression';
import type { Bracket } from './symbols';

/** The measure that a name before a bracket may stand for. */
export function measureNamed(
  name: string,
  indices: readonly Index[],
  bracket: Bracket,
): MeasureName | undefined {
  if (bracket !== '(' && bracket !== '[' && bracket !== '{') return undefined;
  const plain = name
    .replace(/\\(?:mathrm|mathbb|mathcal|mathbf|mathit|mathsf|text) /g, '')
    .replace(/\s/g, '');
  const labelled = labelledMeasures.find(([pattern]) => pattern.test(plain))?.[1];
  if (labelled) return labelled;
  if (indices.length > 0) return /^[Hh]$/.test(plain) && isBinary(indices) ? 'binary-entropy' : undefined;
  if (plain === 'h' && bracket !== '(') return undefined;
  return plainMeasures.find(([pattern]) => pattern.test(plain))?.[1];
}

const labelledMeasures: readonly (readonly [RegExp, MeasureName])[] = [
  [/^(?:D|D?KL|KLD)?_\{(?:KL|kl|Kl)\}$|^(?:DKL|KL|KLD|kl|KLdivergence)$/, 'kl-divergence'],
  [/^(?:JS|JSD|D_\{JSD?\}|JSD_\{.*\}|JS_\{.*\})$/, 'js-divergence'],
];

const plainMeasures: readonly (readonly [RegExp, MeasureName])[] = [
  [/^(?:[Hh]|Ent|Entropy|entropy)$/, 'entropy'],
  [/^(?:I|MI)$/, 'mutual-information'],
  [/^D$/, 'kl-divergence'],
];

/** H_2 and H_b. */
function isBinary(indices: readonly Index[]): boolean {
  const [only] = indices;
  if (indices.length !== 1 || !only) return false;
  return (only.kind === 'number' && only.value === 2) || (only.kind === 'variable' && only.name === 'b');
}

/** The application of a measure; undefined where the arguments do not fit and it is a function like any other. */
export function measureOf(
  measure: MeasureName,
  name: string,
  args: readonly Expression[],
  given: readonly Expression[],
  double: boolean,
  place: { range?: Range },
): Expression | undefined {
  const built = (actual: MeasureName): Expression => ({
    kind: 'measure',
    measure: actual,
    arguments: args,
    given,
    ...place,
  });
  switch (measure) {
    case 'entropy':
      return entropyOf(name, args, given, built);
    case 'binary-entropy':
      return args.length === 1 && !isRandomVariable(args[0]!) ? built('binary-entropy') : undefined;
    case 'mutual-information':
      return informationOf(args, given, place, built);
    case 'kl-divergence':
      return args.length === 2 && (double || name !== 'D') ? built('kl-divergence') : undefined;
    default:
      return args.length === 2 ? built(measure) : undefined;
  }
}

/** I(X; Y), or the indicator I(y = k). */
function informationOf(
  args: readonly Expression[],
  given: readonly Expression[],
  place: { range?: Range },
  built: (measure: MeasureName) => Expression,
): Expression | undefined {
  const [only] = args;
  if (args.length === 1 && only && isCondition(only) && given.length === 0) {
    return { kind: 'indicator', condition: only, ...place };
  }
  return args.length === 2 && args.every(isRandomVariable) ? built('mutual-information') : undefined;
}

/** A condition, but not X = x, which gives a random variable its value. */
function isCondition(expression: Expression): boolean {
  return expression.kind === 'logic' || (expression.kind === 'compare' && !isRandomVariable(expression));
}

function entropyOf(
  name: string,
  args: readonly Expression[],
  given: readonly Expression[],
  built: (measure: MeasureName) => Expression,
): Expression | undefined {
  if (args.length === 0) return undefined;
  const ofVariables = args.every(isRandomVariable);
  if (name === 'h' && !ofVariables) return undefined;
  if (ofVariables || (args.length === 1 && isDistribution(args[0]!))) return built('entropy');
  if (args.length === 1) return undefined;
  if (given.length > 0) return undefined;
  if (args.every((arg) => arg.kind === 'number')) return built('entropy');
  return args.length === 2 ? built('cross-entropy') : undefined;
}

/** What an entropy is taken of: p, q, π, a vector of numbers, a mixture; H(x) is just a function. */
function isDistribution(expression: Expression): boolean {
  if (expression.kind !== 'variable' && expression.kind !== 'application') return true;
  return /^(?:\\(?:hat|tilde) )?(?:[pqrPQ]|\\(?:pi|mu|rho|alpha|theta))(?:_|\^|'|$)/.test(expression.name);
}

/** A capital that is not the usual name of a distribution; `X = x` fixes its value; a pair of them. */
export function isRandomVariable(expression: Expression): boolean {
  if (expression.kind === 'compare') return expression.operator === '=' && isRandomVariable(expression.left);
  if (expression.kind === 'multiply') return expression.factors.every(isRandomVariable);
  return (
    expression.kind === 'variable' &&
    /^(?:\\hat |\\tilde )?[A-OR-Z](?:_\{.*\}|\^\{.*\}|'*)?$/.test(expression.name)
  );
}
