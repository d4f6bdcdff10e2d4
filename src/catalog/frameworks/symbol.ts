import type { ParameterValue } from '../formula';
import type { ConventionId, FormulaId } from '../ids';

/** What an argument of a symbol means; `target` has the prediction's shape, `labels` are class indices, ±1 or 0/1. */
export const symbolRoles = [
  'anchor',
  'cost',
  'delta',
  'distance',
  'distribution',
  'embeddings',
  'features',
  'image',
  'input1',
  'input2',
  'joint',
  'joint-rows',
  'labels',
  'learner',
  'lengths',
  'list',
  'location',
  'log-p',
  'log-probabilities',
  'log-q',
  'logits',
  'mask',
  'negative',
  'one-hot',
  'order',
  'p',
  'positive',
  'prediction',
  'q',
  'residual',
  'samples',
  'scale',
  'smoothing',
  'target',
  'texts',
  'variables',
  'variance',
  'weights',
] as const;

export type SymbolRole = (typeof symbolRoles)[number];

/** How a symbol reduces when it is not told; `mean` averages the formula's terms. */
export const symbolReductions = [
  'batchmean',
  'macro',
  'max',
  'mean',
  'mean-first-axis',
  'mean-last-axis',
  'mean-then-exp',
  'median',
  'micro',
  'none',
  'objective',
  'per-feature',
  'per-node',
  'per-sample',
  'per-sample-mean',
  'per-sample-sum',
  'per-sample-then-mean',
  'ratio-of-sums',
  'root-of-mean',
  'root-of-sum',
  'root-per-output-then-mean',
  'sum',
  'weighted-classes',
  'weighted-mean',
  'whole-batch',
] as const;

export type SymbolReduction = (typeof symbolReductions)[number];

/** One data argument, in call order. For a class: of the call (`forward`, `__call__`, `update`), not the constructor. */
export interface SymbolArgument {
  readonly name: string;
  readonly role: SymbolRole;
  readonly optional: boolean;
}

/** One option. For a class: of the constructor. */
export interface SymbolParameter {
  readonly name: string;
  /** As in the library; null where there is none or it is `None`. */
  readonly default: ParameterValue | readonly ParameterValue[];
  /** The option of the formula that it sets (`from_logits`, `pos_weight`, `quantile` …), or null. */
  readonly catalogParam: string | null;
  readonly note?: string;
  /** It has no default. */
  readonly required: boolean;
}

/** Where a configuration string is valid; `callee` is the last name (or names) of what is called. */
export interface StringContext {
  readonly callee?: string;
  readonly keyword?: string;
  readonly position?: number;
  /** The key of an options object: `compile({loss: …})`. */
  readonly object_key?: string;
  /** The key of a dictionary of parameters: `{'objective': …}`. */
  readonly dict_key?: string;
}

/** What one symbol of one library means: which formula, with what order, options, reduction and guards. */
export interface FrameworkSymbol {
  /** As imported or called; for a string the call in which it stands: `compile(loss="mse")`. Unique in its library. */
  readonly symbol: string;
  readonly framework: ConventionId;
  readonly language: string;
  readonly kind: 'class' | 'function' | 'string';
  /** Other paths to the same object. */
  readonly exports: readonly string[];
  /** `unlisted`: the catalogue has no such formula; `unlistedName` names it. */
  readonly formula: FormulaId | 'unlisted';
  readonly unlistedName?: string;
  readonly args: readonly SymbolArgument[];
  readonly params: readonly SymbolParameter[];
  /** What the data must look like, in words. */
  readonly inputForm: string;
  readonly reduction: SymbolReduction;
  readonly reductionNote?: string;
  /** `param`: an option chooses it; null: no logarithm in the result. */
  readonly logBase: 'e' | 2 | 'param' | null;
  /** Short facts worth showing. */
  readonly pitfalls: readonly string[];
  /** The page or source file behind the record, and whether the facts were seen there. */
  readonly source: string;
  readonly verified: boolean;
  readonly verifiedNote?: string;
  /** To be recognised, not computed. */
  readonly detectOnly: boolean;

  /** Values that the symbol itself implies; they win over the formula's defaults. Names as in `catalogParam`. */
  readonly fixed?: { readonly [catalogParam: string]: ParameterValue };
  readonly post?: 'sqrt';
  /** Returned value = scale × formula's value. */
  readonly scale?: number;
  /** It returns 1 − loss. */
  readonly complement: boolean;
  /** Of a cosine similarity: `+` is cos, `-` is −cos, `1-` is 1 − cos. */
  readonly sign?: '+' | '-' | '1-';
  /** Which of several accepted definitions. */
  readonly variant?: string;
  /** It never sums over the last axis. */
  readonly elementwise: boolean;
  /** `mean` divides by the number of elements although the formula sums each row. */
  readonly meanOver?: 'elements';
  /** Inputs are rescaled to sum to 1 first (or are expected to be unit vectors and are not: false). */
  readonly normalizes?: boolean;
  /** A guard or clipping constant that is not an option. */
  readonly epsilon?: number;
  /** An unusual denominator, e.g. `max(1,|y|)`. */
  readonly denominator?: string;
  readonly singleInput?: 'residual';
  /** The input is raw data, not a probability table. */
  readonly inputKind?: 'samples' | 'labels' | 'values';
  /** Applied when scores leave [0, 1]. */
  readonly autoActivation?: 'sigmoid' | 'softmax';
  readonly labelMap?: string;
  readonly labelOne?: string;
  readonly labelTransform?: boolean;
  /** Labels move by one token inside. */
  readonly shift?: boolean;
  readonly threshold?: number;
  readonly dataDependent?: string;
  /** The formula when the optional second argument is given. */
  readonly withSecondArg?: FormulaId;

  /** For kind `string`. */
  readonly string?: string;
  readonly stringPattern?: string;
  readonly aliases: readonly string[];
  readonly contexts: readonly StringContext[];
  /** The `symbol` that the string stands for. */
  readonly resolvesTo?: string;

  /** The option that selects the actual loss. */
  readonly dispatchParam?: string;
  /** Complete positional order where it is not args, then params. */
  readonly positional?: readonly string[];
  readonly argsLayout?: string;
  readonly optionsType?: string;
  readonly estimator?: boolean;
  readonly method?: string;
  readonly family?: string;
  readonly since?: string;
  readonly versions?: string;
  readonly deprecated?: boolean;
}
