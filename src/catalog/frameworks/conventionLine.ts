import type { Locale, Text } from '../../base/text';
import type { ParameterValue } from '../formula';
import { frameworkOf, parameterName } from './frameworks';
import type { FrameworkSymbol, SymbolArgument, SymbolReduction, SymbolRole } from './symbol';

/**
 * One line on how a library's symbol is called and what its number is: arguments in order with what they mean, the
 * reduction and what it divides by, the logarithm, guards and factors. `params` are those of the call, under the
 * catalogue's names; what the call leaves open is the symbol's default.
 *
 * `PyTorch: (input = log q, target = p) · mean over all elements, not rows · natural log`
 */
export function conventionLine(
  symbol: FrameworkSymbol,
  params: { readonly [name: string]: ParameterValue | undefined },
  locale: Locale,
): string {
  const library = frameworkOf(symbol.framework)?.name ?? symbol.framework;
  const facts = [
    argumentList(symbol, params, locale),
    reductionFact(symbol, params)?.[locale],
    logarithmFact(symbol, params)?.[locale],
    ...guardFacts(symbol, params).map((fact) => fact[locale]),
  ].filter((fact) => fact !== undefined && fact !== '');
  const colon = { en: ': ', 'zh-cn': '：' }[locale];
  return `${library}${colon}${joinWhileShort(facts as readonly string[])}`;
}

/** A hover's line stays one line; the facts stand in the order of their weight. */
const longest = 110;

function joinWhileShort(facts: readonly string[]): string {
  return facts.reduce((line, fact) => {
    if (line === '') return fact;
    return line.length + fact.length + 3 > longest ? line : `${line} · ${fact}`;
  }, '');
}

function argumentList(
  symbol: FrameworkSymbol,
  params: { readonly [name: string]: ParameterValue | undefined },
  locale: Locale,
): string {
  const texts = symbol.args.map((argument) => argumentText(argument, symbol, params, locale));
  const shown = texts.slice(0, texts.length > 3 ? 2 : 3);
  if (shown.length === 0) return '';
  return `(${shown.join(', ')}${texts.length > shown.length ? ', …' : ''})`;
}

/** `input = log q`; the name alone where it says the same. */
function argumentText(
  argument: SymbolArgument,
  symbol: FrameworkSymbol,
  params: { readonly [name: string]: ParameterValue | undefined },
  locale: Locale,
): string {
  const meaning = meaningOf(argument, symbol, params)[locale];
  return argument.name === meaning ? meaning : `${argument.name} = ${meaning}`;
}

function meaningOf(
  argument: SymbolArgument,
  symbol: FrameworkSymbol,
  params: { readonly [name: string]: ParameterValue | undefined },
): Text {
  if (argument.role === 'p' && params['logTarget'] === true) return roleWords['log-p'];
  if (argument.role === 'prediction' && isPoisson(symbol)) return poissonWords(symbol, params);
  if (argument.role !== 'prediction' || !isOfClasses(symbol)) return roleWords[argument.role];
  return readsLogits(symbol, params) ? roleWords.logits : probabilityWords;
}

const probabilityWords: Text = { en: 'probabilities', 'zh-cn': '概率' };

function isPoisson(symbol: FrameworkSymbol): boolean {
  return symbol.formula === 'poisson-nll';
}

function poissonWords(
  symbol: FrameworkSymbol,
  params: { readonly [name: string]: ParameterValue | undefined },
): Text {
  const isLog = optionOf(symbol, params, 'log_input');
  if (isLog === undefined) return roleWords.prediction;
  return isLog === true ? { en: 'log rate', 'zh-cn': '速率的对数' } : { en: 'rate', 'zh-cn': '速率' };
}

/** Losses whose prediction is either scores or probabilities. */
function isOfClasses(symbol: FrameworkSymbol): boolean {
  return ['cross-entropy', 'binary-cross-entropy', 'focal', 'brier'].includes(symbol.formula);
}

function readsLogits(
  symbol: FrameworkSymbol,
  params: { readonly [name: string]: ParameterValue | undefined },
): boolean {
  return optionOf(symbol, params, 'from_logits') === true;
}

/** The option's value: what the symbol implies, what the call says, the symbol's default. */
function optionOf(
  symbol: FrameworkSymbol,
  params: { readonly [name: string]: ParameterValue | undefined },
  catalogParam: string,
): unknown {
  return (
    symbol.fixed?.[catalogParam] ??
    params[parameterName(catalogParam)] ??
    symbol.params.find((parameter) => parameter.catalogParam === catalogParam)?.default
  );
}

function reductionFact(
  symbol: FrameworkSymbol,
  params: { readonly [name: string]: ParameterValue | undefined },
): Text | undefined {
  const asked = symbol.fixed?.['reduction'] ?? params['reduction'];
  const name = typeof asked === 'string' ? (synonyms[asked] ?? asked) : symbol.reduction;
  if (name === 'mean') return meanFact(symbol);
  // A measure of a distribution is one number by definition.
  if (name === 'none' && !isLoss(symbol) && !symbol.elementwise) return undefined;
  return reductionWords[name as SymbolReduction];
}

/** Names that libraries give to the mean and its like. */
const synonyms: { readonly [name: string]: SymbolReduction | undefined } = {
  auto: 'mean',
  sum_over_batch_size: 'mean',
  kMean: 'mean',
  kSum: 'sum',
  kNone: 'none',
  kBatchMean: 'batchmean',
};

function meanFact(symbol: FrameworkSymbol): Text {
  if (symbol.meanOver === 'elements') {
    return { en: 'mean over all elements, not rows', 'zh-cn': '对全部元素（而非行）取平均' };
  }
  if (rowFormulas.has(symbol.formula)) return { en: 'mean over rows', 'zh-cn': '对各行取平均' };
  if (wholeFormulas.has(symbol.formula)) return reductionWords.mean;
  return { en: 'mean over all values', 'zh-cn': '对所有值取平均' };
}

/** Formulas that have no value for a single element or row. */
const wholeFormulas: ReadonlySet<string> = new Set(['ctc', 'dice', 'jaccard', 'tversky', 'unlisted']);

/** Formulas that have one value a row. */
const rowFormulas: ReadonlySet<string> = new Set([
  'cross-entropy',
  'nll',
  'poly-1',
  'kl-divergence',
  'js-divergence',
  'multiclass-hinge',
  'triplet',
  'cosine-similarity',
  'cosine-embedding',
]);

function logarithmFact(
  symbol: FrameworkSymbol,
  params: { readonly [name: string]: ParameterValue | undefined },
): Text | undefined {
  const base = symbol.logBase === 'param' ? (optionOf(symbol, params, 'base') ?? 'e') : symbol.logBase;
  // That a loss takes natural logarithms goes without saying; of a measure it is the unit.
  if (base === null || (base === 'e' && isLoss(symbol))) return undefined;
  if (base === 'e' || base === 'log') return { en: 'natural log (nats)', 'zh-cn': '自然对数（奈特）' };
  if (base === 2 || base === 'log2') return { en: 'log₂ (bits)', 'zh-cn': 'log₂（比特）' };
  if (base === 10 || base === 'log10') return { en: 'log₁₀ (hartleys)', 'zh-cn': 'log₁₀（哈特利）' };
  const shown = String(base);
  return { en: `logarithm to base ${shown}`, 'zh-cn': `以 ${shown} 为底的对数` };
}

const measures = /entropy$|divergence$|information$|-kl$|^jeffreys$|correlation$/;

function isLoss(symbol: FrameworkSymbol): boolean {
  return symbol.formula.includes('cross-entropy') || !measures.test(symbol.formula);
}

function guardFacts(
  symbol: FrameworkSymbol,
  params: { readonly [name: string]: ParameterValue | undefined },
): readonly Text[] {
  const facts: Text[] = [];
  if (symbol.post === 'sqrt') facts.push({ en: 'square root', 'zh-cn': '取平方根' });
  if (symbol.normalizes === true) facts.push({ en: 'rescales to sum 1', 'zh-cn': '先归一化' });
  if (symbol.complement) facts.push({ en: 'returns 1 − loss', 'zh-cn': '返回 1 − 损失' });
  if (symbol.sign !== undefined) facts.push(signWords[symbol.sign]);
  if (symbol.scale !== undefined) facts.push(scaleFact(symbol.scale));
  if (symbol.epsilon !== undefined && !readsLogits(symbol, params)) facts.push(epsilonFact(symbol.epsilon));
  if (symbol.denominator !== undefined) {
    facts.push({ en: `divides by ${symbol.denominator}`, 'zh-cn': `除以 ${symbol.denominator}` });
  }
  return facts;
}

const signWords: { readonly [S in NonNullable<FrameworkSymbol['sign']>]: Text } = {
  '+': { en: 'cos', 'zh-cn': 'cos' },
  '-': { en: '−cos', 'zh-cn': '−cos' },
  '1-': { en: '1 − cos', 'zh-cn': '1 − cos' },
};

function scaleFact(scale: number): Text {
  if (scale === 100) return { en: 'in percent', 'zh-cn': '以百分数表示' };
  if (scale === -1) return { en: 'negated', 'zh-cn': '取相反数' };
  return { en: `times ${scale}`, 'zh-cn': `乘以 ${scale}` };
}

function epsilonFact(epsilon: number): Text {
  const shown = String(Number(epsilon.toPrecision(2))).replace('e-', 'e−');
  return { en: `clips at ${shown}`, 'zh-cn': `以 ${shown} 截断` };
}

const reductionWords: { readonly [R in SymbolReduction]: Text } = {
  batchmean: { en: 'sum over batch size', 'zh-cn': '总和除以批大小' },
  macro: { en: 'mean over classes', 'zh-cn': '对各类别取平均' },
  max: { en: 'largest value', 'zh-cn': '取最大值' },
  mean: { en: 'mean', 'zh-cn': '取平均' },
  'mean-first-axis': { en: 'mean over the first axis', 'zh-cn': '沿第一个轴取平均' },
  'mean-last-axis': { en: 'mean over the last axis only', 'zh-cn': '仅沿最后一个轴取平均' },
  'mean-then-exp': { en: 'exponential of the mean', 'zh-cn': '先平均再取指数' },
  median: { en: 'median', 'zh-cn': '取中位数' },
  micro: { en: 'over everything together', 'zh-cn': '全部合并计算' },
  none: { en: 'not reduced', 'zh-cn': '不约简' },
  objective: { en: 'mean, the estimator’s objective', 'zh-cn': '取平均，作为估计器的目标' },
  'per-feature': { en: 'one value per feature', 'zh-cn': '每个特征一个值' },
  'per-node': { en: 'one value per node', 'zh-cn': '每个节点一个值' },
  'per-sample': { en: 'one value per sample', 'zh-cn': '每个样本一个值' },
  'per-sample-mean': { en: 'mean of each sample', 'zh-cn': '每个样本内取平均' },
  'per-sample-sum': { en: 'sum of each sample', 'zh-cn': '每个样本内求和' },
  'per-sample-then-mean': { en: 'per sample, then the mean', 'zh-cn': '先逐样本计算再平均' },
  'ratio-of-sums': { en: 'ratio of sums', 'zh-cn': '两个总和之比' },
  'root-of-mean': { en: 'root of the mean', 'zh-cn': '先平均再开方' },
  'root-of-sum': { en: 'root of the sum', 'zh-cn': '先求和再开方' },
  'root-per-output-then-mean': { en: 'root per output, then the mean', 'zh-cn': '逐列开方再平均' },
  sum: { en: 'sum', 'zh-cn': '求和' },
  'weighted-classes': { en: 'classes weighted', 'zh-cn': '按类别加权' },
  'weighted-mean': { en: 'weighted mean', 'zh-cn': '加权平均' },
  'whole-batch': { en: 'one value for the whole batch', 'zh-cn': '整批一个值' },
};

const roleWords: { readonly [R in SymbolRole]: Text } = {
  anchor: { en: 'anchor', 'zh-cn': '锚点' },
  cost: { en: 'cost', 'zh-cn': '代价' },
  delta: { en: 'δ', 'zh-cn': 'δ' },
  distance: { en: 'distance', 'zh-cn': '距离' },
  distribution: { en: 'distribution', 'zh-cn': '分布' },
  embeddings: { en: 'embeddings', 'zh-cn': '嵌入' },
  features: { en: 'features', 'zh-cn': '特征' },
  image: { en: 'image', 'zh-cn': '图像' },
  input1: { en: 'first input', 'zh-cn': '第一个输入' },
  input2: { en: 'second input', 'zh-cn': '第二个输入' },
  joint: { en: 'joint table', 'zh-cn': '联合表' },
  'joint-rows': { en: 'rows of the joint table', 'zh-cn': '联合表的行' },
  labels: { en: 'labels', 'zh-cn': '标签' },
  learner: { en: 'learner', 'zh-cn': '学习器' },
  lengths: { en: 'lengths', 'zh-cn': '长度' },
  list: { en: 'list', 'zh-cn': '列表' },
  location: { en: 'location', 'zh-cn': '位置' },
  'log-p': { en: 'log p', 'zh-cn': 'log p' },
  'log-probabilities': { en: 'log-probabilities', 'zh-cn': '对数概率' },
  'log-q': { en: 'log q', 'zh-cn': 'log q' },
  logits: { en: 'logits', 'zh-cn': 'logits' },
  mask: { en: 'mask', 'zh-cn': '掩码' },
  negative: { en: 'negative', 'zh-cn': '负例' },
  'one-hot': { en: 'one-hot labels', 'zh-cn': 'one-hot 标签' },
  order: { en: 'order', 'zh-cn': '阶' },
  p: { en: 'p', 'zh-cn': 'p' },
  positive: { en: 'positive', 'zh-cn': '正例' },
  prediction: { en: 'prediction', 'zh-cn': '预测' },
  q: { en: 'q', 'zh-cn': 'q' },
  residual: { en: 'residual', 'zh-cn': '残差' },
  samples: { en: 'samples', 'zh-cn': '样本' },
  scale: { en: 'scale', 'zh-cn': '尺度' },
  smoothing: { en: 'smoothing', 'zh-cn': '平滑' },
  target: { en: 'target', 'zh-cn': '目标' },
  texts: { en: 'texts', 'zh-cn': '文本' },
  variables: { en: 'variables', 'zh-cn': '变量' },
  variance: { en: 'variance', 'zh-cn': '方差' },
  weights: { en: 'weights', 'zh-cn': '权重' },
};
