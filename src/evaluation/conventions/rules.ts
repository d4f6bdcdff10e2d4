import type { Text } from '../../base/text';
import type { FrameworkSymbol } from '../../catalog/frameworks/symbol';
import type { Computation } from '../../numeric/computation';
import type { Tensor } from '../../numeric/tensor';
import type { Arrays } from './bridge';
import type { Case } from './case';
import {
  bernoulliTerms,
  binaryTerms,
  categoricalTerms,
  flooredHinge,
  guardedOverlap,
  marginTerms,
  notANumberWhereBothVanish,
  percentageTerms,
} from './terms';
import {
  clipped,
  everyValue,
  mapped,
  normalisedRows,
  normalisedTable,
  sigmoid,
  softmaxRows,
} from './tensors';

/** What a library does besides the formula: to its input before, or to the terms. */
interface Rule {
  readonly libraries: readonly string[] | 'any';
  readonly formulas: readonly string[];
  /** Beyond library and formula; absent: always. */
  when?(symbol: FrameworkSymbol): boolean;
  /** The arrays it computes on; those that it leaves alone are the same objects. */
  arrays?(given: Case): Arrays;
  /** Options of the call that the rule takes into account, under the catalogue's names. */
  readonly options?: readonly string[];
  /** The computation with other terms; the same object where nothing changes. */
  terms?(given: Case, computation: Computation): Computation;
  /** What it does, behind the library's name: "clips …". */
  readonly clause: Text;
}

const kerasLike = ['keras', 'keras2', 'tensorflow-js'] as const;
const torchLike = ['torch', 'pytorch-cpp'] as const;
/** 2⁻⁵², the distance from 1 to the next double: `numpy.finfo(float).eps`. */
const doubleEpsilon = Number.EPSILON;
const kerasEpsilon = 1e-7;

/** In the order in which a library does it. */
const rules: readonly Rule[] = [
  {
    libraries: kerasLike,
    formulas: ['hinge', 'squared-hinge'],
    arrays: ({ arrays }) =>
      withMapped(arrays, 'target', (target) => (isZeroOne(target) ? signed(target) : target)),
    clause: { en: 'turns 0/1 labels into −1/+1', 'zh-cn': '把 0/1 标签换算为 −1/+1' },
  },
  {
    libraries: ['tensorflow', 'torchmetrics'],
    formulas: ['hinge', 'squared-hinge'],
    when: (symbol) => symbol.labelMap !== undefined || symbol.framework === 'torchmetrics',
    arrays: ({ arrays }) =>
      withMapped(arrays, 'target', (target) => (isZeroOne(target) ? signed(target) : target)),
    clause: { en: 'takes labels 0/1 and maps them to −1/+1', 'zh-cn': '接受 0/1 标签并映射为 −1/+1' },
  },
  {
    libraries: ['sklearn'],
    formulas: ['hinge'],
    when: (symbol) => symbol.kind === 'function',
    arrays: ({ arrays }) => withMapped(arrays, 'target', labelsInOrder),
    clause: {
      en: 'maps the labels that occur to −1/+1 in sorted order; a single label counts as −1',
      'zh-cn': '按排序把出现的标签映射为 −1/+1；只出现一种标签时视为 −1',
    },
  },
  {
    libraries: ['torchmetrics'],
    formulas: ['hinge'],
    when: (symbol) => symbol.autoActivation === 'sigmoid',
    arrays: ({ arrays }) =>
      withMapped(arrays, 'score', (score) => activated(score, (x) => mapped(x, sigmoid))),
    clause: {
      en: 'applies a sigmoid, as scores leave [0, 1]',
      'zh-cn': '因分数超出 [0, 1] 而先施加 sigmoid',
    },
  },
  {
    libraries: ['torchmetrics'],
    formulas: ['multiclass-hinge'],
    when: (symbol) => symbol.autoActivation === 'softmax',
    arrays: ({ arrays }) => withMapped(arrays, 'scores', (scores) => activated(scores, softmaxRows)),
    clause: {
      en: 'applies a softmax, as scores leave [0, 1]',
      'zh-cn': '因分数超出 [0, 1] 而先施加 softmax',
    },
  },
  {
    libraries: kerasLike,
    formulas: ['binary-cross-entropy'],
    arrays: (given) => {
      const smoothing = Number(given.options.get('labelSmoothing') ?? 0);
      return withMapped(given.arrays, 'target', (target) =>
        mapped(target, (t) => t * (1 - smoothing) + smoothing / 2),
      );
    },
    options: ['labelSmoothing'],
    clause: { en: 'moves labels towards 0.5', 'zh-cn': '把标签向 0.5 平滑' },
  },
  {
    libraries: kerasLike,
    formulas: ['cross-entropy'],
    arrays: ({ arrays }) => withMapped(arrays, 'probabilities', normalisedRows),
    clause: { en: 'rescales every row to sum to 1', 'zh-cn': '先把每行归一化，使其和为 1' },
  },
  {
    libraries: kerasLike,
    formulas: ['cross-entropy', 'binary-cross-entropy'],
    arrays: ({ arrays }) =>
      withClipped(arrays, ['probabilities', 'probability'], kerasEpsilon, 1 - kerasEpsilon),
    clause: {
      en: 'clips probabilities to [1e−7, 1 − 1e−7]',
      'zh-cn': '把概率截断到 [1e−7, 1 − 1e−7]',
    },
  },
  {
    libraries: ['keras2'],
    formulas: ['binary-cross-entropy'],
    terms: (given, computation) => binaryTerms(given.arrays, computation, shiftedLog(kerasEpsilon)),
    clause: { en: 'adds 1e−7 inside the logarithms', 'zh-cn': '在对数内加 1e−7' },
  },
  {
    libraries: ['tensorflow', 'tensorflow-js', 'paddlepaddle', 'flux'],
    formulas: ['binary-cross-entropy'],
    when: (symbol) => symbol.params.some(({ catalogParam }) => catalogParam === 'epsilon'),
    options: ['epsilon'],
    terms: (given, computation) => binaryTerms(given.arrays, computation, shiftedLog(epsilonOption(given))),
    clause: { en: 'adds epsilon inside the logarithms', 'zh-cn': '在对数内加 epsilon' },
  },
  {
    libraries: ['sklearn'],
    formulas: ['cross-entropy', 'binary-cross-entropy'],
    arrays: ({ arrays }) =>
      withClipped(arrays, ['probabilities', 'probability'], doubleEpsilon, 1 - doubleEpsilon),
    clause: {
      en: 'clips probabilities to [2.2e−16, 1 − 2.2e−16]',
      'zh-cn': '把概率截断到 [2.2e−16, 1 − 2.2e−16]',
    },
  },
  {
    libraries: torchLike,
    formulas: ['binary-cross-entropy'],
    terms: (given, computation) =>
      given.arrays['probability'] && !everyValue(given.arrays['probability'], isWithinTorchClamp)
        ? binaryTerms(given.arrays, computation, clampedLog)
        : computation,
    clause: { en: 'bounds each logarithm below by −100', 'zh-cn': '把每个对数的下界限制为 −100' },
  },
  {
    libraries: kerasLike,
    formulas: ['kl-divergence'],
    arrays: ({ arrays }) => withClipped(arrays, ['p', 'q'], kerasEpsilon, 1),
    clause: { en: 'clips p and q to [1e−7, 1]', 'zh-cn': '把 p 和 q 截断到 [1e−7, 1]' },
  },
  {
    libraries: torchLike,
    formulas: ['kl-divergence'],
    when: (symbol) => symbol.meanOver === 'elements',
    terms: ({ arrays }, computation) => notANumberWhereBothVanish(arrays, computation),
    clause: { en: 'gives NaN where p = q = 0', 'zh-cn': '在 p = q = 0 处给出 NaN' },
  },
  {
    libraries: torchLike,
    formulas: ['entropy'],
    when: (symbol) => symbol.symbol.endsWith('Categorical.entropy'),
    arrays: ({ arrays }) => withMapped(arrays, 'p', normalisedRows),
    clause: { en: 'rescales p to sum to 1', 'zh-cn': '先把 p 归一化' },
  },
  {
    libraries: torchLike,
    formulas: ['entropy'],
    when: (symbol) => symbol.symbol.endsWith('Categorical.entropy'),
    terms: ({ arrays }, computation) => categoricalTerms(arrays['p']!, computation),
    clause: {
      en: 'clamps p to [2.2e−16, 1 − 2.2e−16] inside the logarithm',
      'zh-cn': '在对数内把 p 限制到 [2.2e−16, 1 − 2.2e−16]',
    },
  },
  {
    libraries: torchLike,
    formulas: ['binary-entropy'],
    terms: ({ arrays }, computation) => bernoulliTerms(arrays['p']!, computation),
    clause: {
      en: 'clamps p to [2.2e−16, 1 − 2.2e−16] inside the logarithms',
      'zh-cn': '在对数内把 p 限制到 [2.2e−16, 1 − 2.2e−16]',
    },
  },
  {
    libraries: ['scipy', 'torchmetrics', 'pyitlib', 'philentropy'],
    formulas: ['entropy', 'kl-divergence', 'js-divergence', 'jeffreys', 'hellinger', 'bhattacharyya'],
    when: (symbol) => symbol.normalizes === true,
    arrays: ({ arrays }) => withMapped(withMapped(arrays, 'p', normalisedRows), 'q', normalisedRows),
    clause: { en: 'rescales its input to sum to 1', 'zh-cn': '先把输入归一化，使其和为 1' },
  },
  {
    libraries: ['sklearn', 'torchmetrics'],
    formulas: ['mutual-information', 'normalized-mutual-information'],
    arrays: ({ arrays }) => withMapped(arrays, 'joint', normalisedTable),
    clause: { en: 'takes counts and divides them by their total', 'zh-cn': '接受频数并除以总数' },
  },
  {
    libraries: kerasLike,
    formulas: ['msle'],
    arrays: ({ arrays }) => withClipped(arrays, ['prediction', 'target'], kerasEpsilon, Infinity),
    clause: { en: 'raises values below 1e−7 to 1e−7', 'zh-cn': '把小于 1e−7 的值提升到 1e−7' },
  },
  {
    libraries: [
      'keras',
      'keras2',
      'tensorflow-js',
      'sklearn',
      'torchmetrics',
      'lightgbm',
      'catboost',
      'mindspore',
    ],
    formulas: ['mape'],
    terms: (given, computation) => percentageTerms(given, computation),
    clause: {
      en: 'keeps the denominator from falling below its epsilon',
      'zh-cn': '限制分母不小于其 epsilon',
    },
  },
  {
    libraries: ['flux', 'mxnet'],
    formulas: ['cross-entropy', 'kl-divergence'],
    when: (symbol) => symbol.params.some(({ catalogParam }) => catalogParam === 'epsilon'),
    options: ['epsilon'],
    arrays: (given) => {
      const shifted = (tensor: Tensor) => mapped(tensor, (x) => x + epsilonOption(given));
      return withMapped(withMapped(given.arrays, 'probabilities', shifted), 'q', shifted);
    },
    clause: { en: 'adds epsilon inside the logarithm', 'zh-cn': '在对数内加 epsilon' },
  },
  {
    libraries: ['xgboost', 'lightgbm', 'mlmetrics'],
    formulas: ['cross-entropy', 'binary-cross-entropy'],
    when: (symbol) => symbol.epsilon !== undefined,
    arrays: ({ arrays, symbol: { epsilon = 0 } }) =>
      withClipped(arrays, ['probabilities', 'probability'], epsilon, 1 - epsilon),
    clause: { en: 'clips probabilities at its epsilon', 'zh-cn': '以其 epsilon 截断概率' },
  },
  {
    libraries: 'any',
    formulas: ['hinge'],
    options: ['margin'],
    terms: (given, computation) => marginTerms(given, computation),
    clause: { en: 'takes a margin other than 1', 'zh-cn': '间隔不为 1' },
  },
  {
    libraries: ['keras'],
    formulas: ['dice', 'tversky'],
    terms: (given, computation) => guardedOverlap(given, computation),
    clause: { en: 'adds 1e−7 to the denominator', 'zh-cn': '在分母上加 1e−7' },
  },
  {
    libraries: kerasLike,
    formulas: ['multiclass-hinge'],
    when: (symbol) => symbol.variant === 'crammer-singer-floored-at-0',
    terms: ({ arrays }, computation) => flooredHinge(arrays, computation),
    clause: { en: 'floors the best wrong score at 0', 'zh-cn': '最高的错误类得分不低于 0' },
  },
];

/** Whether a rule takes the option of a symbol into account. */
export function heedsOption(formula: string, symbol: FrameworkSymbol, option: string): boolean {
  return rules.some((rule) => concerns(rule, formula, symbol) && rule.options?.includes(option) === true);
}

function concerns(rule: Rule, formula: string, symbol: FrameworkSymbol): boolean {
  return (
    (rule.libraries === 'any' || rule.libraries.includes(symbol.framework)) &&
    rule.formulas.includes(formula) &&
    (rule.when?.(symbol) ?? true)
  );
}

/** The case as the library computes it, and what it did that changed something. */
export function applyToArrays(given: Case): { readonly arrays: Arrays; readonly clauses: readonly Text[] } {
  let { arrays } = given;
  const clauses: Text[] = [];
  for (const rule of rulesOf(given)) {
    const changed = rule.arrays?.({ ...given, arrays }) ?? arrays;
    if (changed !== arrays) clauses.push(rule.clause);
    arrays = changed;
  }
  return { arrays, clauses };
}

/** The computation with the library's terms. A gradient of other terms is none of these, and is left out. */
export function applyToTerms(
  given: Case,
  computation: Computation,
): { readonly computation: Computation; readonly clauses: readonly Text[] } {
  let current = computation;
  const clauses: Text[] = [];
  for (const rule of rulesOf(given)) {
    const changed = rule.terms?.(given, current) ?? current;
    if (changed !== current) clauses.push(rule.clause);
    current = changed;
  }
  return { computation: current, clauses };
}

function rulesOf({ symbol, formula }: Case): readonly Rule[] {
  return rules.filter((rule) => concerns(rule, formula, symbol));
}

function withMapped(arrays: Arrays, slot: string, change: (tensor: Tensor) => Tensor): Arrays {
  const tensor = arrays[slot];
  if (tensor === undefined) return arrays;
  const changed = change(tensor);
  return changed === tensor ? arrays : { ...arrays, [slot]: changed };
}

function withClipped(arrays: Arrays, slots: readonly string[], low: number, high: number): Arrays {
  return slots.reduce((all, slot) => withMapped(all, slot, (tensor) => clipped(tensor, low, high)), arrays);
}

function isZeroOne(labels: Tensor): boolean {
  return everyValue(labels, (label) => label === 0 || label === 1);
}

function signed(labels: Tensor): Tensor {
  return mapped(labels, (label) => 2 * label - 1);
}

function labelsInOrder(labels: Tensor): Tensor {
  const distinct = [...new Set(labels.values.subarray(0, 10_000))].sort((a, b) => a - b);
  if (distinct.length > 2) return labels;
  const [lowest] = distinct;
  return mapped(labels, (label) => (label === lowest ? -1 : 1));
}

function activated(scores: Tensor, activate: (scores: Tensor) => Tensor): Tensor {
  return everyValue(scores, (x) => x >= 0 && x <= 1) ? scores : activate(scores);
}

/** Where PyTorch's clamp does not show: above e⁻¹⁰⁰, and below 1, whose complement has no logarithm. */
function isWithinTorchClamp(p: number): boolean {
  return !(p < 4e-44) && p !== 1;
}

function clampedLog(x: number): number {
  return Math.max(Math.log(x), -100);
}

function shiftedLog(epsilon: number): (x: number) => number {
  return (x) => Math.log(x + epsilon);
}

/** The call's epsilon; Julia's default is that of the array's type. */
function epsilonOption({ options }: Case): number {
  const epsilon = Number(options.get('epsilon'));
  return Number.isNaN(epsilon) ? doubleEpsilon : epsilon;
}
