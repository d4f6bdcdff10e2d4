/** Words of mathematical prose and names of functions, as they occur in formulas. */

/** Functions that people also write as bare letters; the value is the name the parser uses. */
export const functionNames: { readonly [written: string]: string } = {
  log: 'log',
  ln: 'ln',
  lg: 'lg',
  lb: 'lb',
  exp: 'exp',
  max: 'max',
  min: 'min',
  sup: 'max',
  inf: 'min',
  maximum: 'max',
  minimum: 'min',
  sum: 'sum',
  prod: 'prod',
  int: 'int',
  mean: 'mean',
  avg: 'mean',
  average: 'mean',
  median: 'median',
  Median: 'median',
  argmax: 'argmax',
  argmin: 'argmin',
  arg: 'arg',
  softmax: 'softmax',
  Softmax: 'softmax',
  logsoftmax: 'logsoftmax',
  LogSoftmax: 'logsoftmax',
  log_softmax: 'logsoftmax',
  logsumexp: 'logsumexp',
  LogSumExp: 'logsumexp',
  LSE: 'logsumexp',
  sigmoid: 'sigmoid',
  Sigmoid: 'sigmoid',
  sigm: 'sigmoid',
  logsigmoid: 'logsigmoid',
  logistic: 'sigmoid',
  expit: 'sigmoid',
  softplus: 'softplus',
  Softplus: 'softplus',
  relu: 'relu',
  ReLU: 'relu',
  sign: 'sign',
  sgn: 'sign',
  abs: 'abs',
  sqrt: 'sqrt',
  cosh: 'cosh',
  sinh: 'sinh',
  tanh: 'tanh',
  sin: 'sin',
  cos: 'cos',
  log1p: 'log1p',
  floor: 'floor',
  ceil: 'ceil',
  cdot: '\\cdot',
};

/** Function names that are found inside runs of letters without a backslash; longer words first. */
export const wordsInRuns: readonly string[] = [
  'otherwise',
  'softmax',
  'sigmoid',
  'argmax',
  'argmin',
  'exp',
  'log',
  'max',
  'min',
  'tanh',
  'cosh',
  'sqrt',
  'sign',
  'sgn',
  'ln',
  'if',
  'else',
  'epsilon',
  'lambda',
  'delta',
  'alpha',
  'gamma',
  'sigma',
  'theta',
  'beta',
];

/** Words of letters without a backslash that mean something only as a whole run. */
export const wholeRuns: ReadonlySet<string> = new Set([
  'KL', 'JS', 'JSD', 'CE', 'BCE', 'NLL', 'MSE', 'MAE', 'RMSE', 'MAPE', 'MSLE', 'RMSLE', 'SMAPE', 'WMAPE', 'MBE', 'PPL',
  'TP', 'TN', 'FP', 'FN', 'TV', 'MI', 'PMI', 'NMI', 'AMI', 'VI', 'FL', 'Loss', 'loss', 'Huber', 'Dice', 'IoU', 'SSE',
  'cost', 'mean', 'sum', 'abs', 'lg', 'and', 'or', 'for', 'when', 'where', 'MedAE', 'LSE', 'ReLU', 'relu', 'Perplexity',
  'softplus', 'avg', 'Ent', 'Gini', 'DKL', 'pred', 'true', 'score', 'label', 'target', 'logit', 'logits', 'class',
]);

export const greekLetters: ReadonlySet<string> = new Set([
  'alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda', 'mu', 'nu', 'xi', 'pi',
  'rho', 'sigma', 'tau', 'upsilon', 'phi', 'chi', 'psi', 'omega', 'Gamma', 'Delta', 'Theta', 'Lambda', 'Xi', 'Pi', 'Sigma',
  'Phi', 'Psi', 'Omega',
]);

const unicodeGreek = 'αβγδεζηθικλμνξπρστυφχψω';
const unicodeGreekNames = [
  'alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda', 'mu', 'nu', 'xi', 'pi',
  'rho', 'sigma', 'tau', 'upsilon', 'phi', 'chi', 'psi', 'omega',
];
const greekVariants: { readonly [name: string]: string } = {
  '\\varepsilon': '\\epsilon',
  '\\varphi': '\\phi',
  '\\vartheta': '\\theta',
  '\\varrho': '\\rho',
  '\\varsigma': '\\sigma',
  '\\varpi': '\\pi',
  '\\ell': 'l',
  ϵ: '\\epsilon',
  ϕ: '\\phi',
  ℓ: 'l',
};

/** One spelling for a symbol that has several: variant Greek letters, Greek in Unicode. */
export function canonicalSymbol(text: string): string {
  const greek = unicodeGreek.indexOf(text);
  if (text.length === 1 && greek >= 0) return `\\${unicodeGreekNames[greek]!}`;
  return greekVariants[text] ?? text;
}

export type WordMeaning = 'if' | 'otherwise' | 'and' | 'or' | 'where';

const meanings: readonly (readonly [WordMeaning, RegExp])[] = [
  ['otherwise', /^(?:otherwise|else|others?|o\.?\s?w\.?|elsewhere|其他|其它|其余|否则|其他情况|其它情况|其他地方|otherwise\s+\w+)$/i],
  ['and', /^(?:and|且|并且|以及|和|与|&)$/i],
  ['or', /^(?:or|或|或者)$/i],
  ['where', /^(?:where|with|in which|其中|这里|s\.?t\.?|subject to|such that|where we have|having|given)$/i],
  ['if', /^(?:.*\b)?(?:if|when|for|whenever|as|in case|provided)$|^(?:.*)(?:当|若|如果|对于|对)$/i],
];

/** What a word between formulas does; undefined for a name. */
export function meaningOf(words: string): WordMeaning | undefined {
  const plain = words.trim().replace(/^[,;:\s]+|[,;:.\s]+$/g, '').trim();
  return meanings.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Words that only decorate a condition: 当 x>0 时. */
export function isFiller(words: string): boolean {
  return /^[,;:.\s]*(?:时|的时候|时候|成立|is|are|the|all|条件下)?[,;:.\s]*$/i.test(words);
}
