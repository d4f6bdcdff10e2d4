import type { Range } from '../base/range';
import type { Expression, Index, MeasureName } from './expression';
import type { Bracket } from './tokens';

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
  if (/^(?:D|D?KL|KLD)?_\{(?:KL|kl|Kl)\}$|^(?:DKL|KL|KLD|kl|KLdivergence)$/.test(plain))
    return 'kl-divergence';
  if (/^(?:JS|JSD|D_\{JSD?\}|JSD_\{.*\}|JS_\{.*\})$/.test(plain)) return 'js-divergence';
  if (indices.length > 0) {
    const two = indices.length === 1 && indices[0]!.kind === 'number' && indices[0]!.value === 2;
    const binary = indices.length === 1 && indices[0]!.kind === 'variable' && indices[0]!.name === 'b';
    return /^[Hh]$/.test(plain) && (two || binary) ? 'binary-entropy' : undefined;
  }
  if (/^(?:H|Ent|Entropy|entropy)$/.test(plain)) return 'entropy';
  if (plain === 'h' && bracket === '(') return 'entropy';
  if (/^(?:I|MI)$/.test(plain)) return 'mutual-information';
  return plain === 'D' ? 'kl-divergence' : undefined;
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
      if (args.length === 1 && isCondition(args[0]!) && given.length === 0) {
        return { kind: 'indicator', condition: args[0]!, ...place };
      }
      return args.length === 2 && args.every(isRandomVariable) ? built('mutual-information') : undefined;
    case 'kl-divergence':
      return args.length === 2 && (double || name !== 'D') ? built('kl-divergence') : undefined;
    default:
      return args.length === 2 ? built(measure) : undefined;
  }
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
