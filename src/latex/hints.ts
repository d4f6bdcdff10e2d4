import { formulas } from '../catalog/catalog';
import type { FormulaId } from '../catalog/ids';
import type { Expression, Measure } from './expression';
import { spell } from './leafNames';
import { isRandomVariable } from './measureNotation';

/** Abbreviations that stand on left sides, in lower case without blanks and hyphens. */
const abbreviations: { readonly [written: string]: readonly FormulaId[] } = {
  mse: ['mse'],
  l2: ['mse'],
  sse: ['mse'],
  rss: ['mse'],
  l1: ['mae'],
  mae: ['mae'],
  rmse: ['rmse'],
  mbe: ['mbe'],
  bias: ['mbe'],
  mape: ['mape'],
  msle: ['msle'],
  rmsle: ['rmsle'],
  smape: ['smape'],
  wmape: ['wmape'],
  wape: ['wmape'],
  huber: ['huber'],
  smoothl1: ['smooth-l1'],
  logcosh: ['log-cosh'],
  pinball: ['quantile'],
  quantile: ['quantile'],
  ce: ['cross-entropy'],
  xent: ['cross-entropy'],
  crossentropy: ['cross-entropy'],
  cce: ['cross-entropy'],
  bce: ['binary-cross-entropy'],
  logloss: ['binary-cross-entropy', 'cross-entropy'],
  nll: ['nll'],
  fl: ['focal'],
  focal: ['focal'],
  hinge: ['hinge'],
  squaredhinge: ['squared-hinge'],
  logistic: ['logistic'],
  log: ['logistic', 'binary-cross-entropy', 'cross-entropy', 'nll'],
  exp: ['exponential'],
  '01': ['zero-one'],
  '0/1': ['zero-one'],
  zeroone: ['zero-one'],
  kl: ['kl-divergence'],
  dkl: ['kl-divergence'],
  kld: ['kl-divergence'],
  js: ['js-divergence'],
  jsd: ['js-divergence'],
  tv: ['total-variation'],
  mi: ['mutual-information'],
  nmi: ['normalized-mutual-information'],
  ami: ['adjusted-mutual-information'],
  vi: ['variation-of-information'],
  ppl: ['perplexity'],
  pp: ['perplexity'],
  perplexity: ['perplexity'],
  dice: ['dice'],
  iou: ['jaccard'],
  jaccard: ['jaccard'],
  tversky: ['tversky'],
  triplet: ['triplet'],
  contrastive: ['contrastive'],
  infonce: ['nt-xent'],
  ntxent: ['nt-xent'],
  bs: ['brier'],
  brier: ['brier'],
  gini: ['gini-impurity'],
  poly1: ['poly-1'],
  poly: ['poly-1'],
  ls: ['label-smoothing-ce'],
  ctc: ['ctc'],
};

/** Symbols that one formula has made its own. */
const symbols: readonly (readonly [RegExp, readonly FormulaId[]])[] = [
  [/^(?:L|l|\\mathcal L|\\rho|\\phi|H|h|\\ell)_\{?\\delta\}?/, ['huber', 'pseudo-huber']],
  [/^(?:\\rho|L|\\mathcal L)_\{?(?:\\tau|\\alpha|q)\}?/, ['quantile']],
  [/^H_\{?(?:\\alpha|\\lambda|q)\}?/, ['renyi-entropy']],
  [/^D_\{?(?:\\alpha|\\lambda|q)\}?/, ['renyi-divergence']],
  [/^(?:H|h)_\{?[b2]\}?/, ['binary-entropy']],
  [/^(?:I|i|h)(?:_\{?[A-Z]\}?)?\(/, ['self-information']],
  [/^(?:BC|D_\{B\}|BD)/, ['bhattacharyya']],
  [/^(?:H\^|d_\{H\})/, ['hellinger']],
  [/^(?:TC|C)\(/, ['total-correlation']],
  [/^(?:\\delta|d_\{TV\}|TV)\(/, ['total-variation']],
];

const ofNames: ReadonlyMap<string, readonly FormulaId[]> = catalogueNames();

function catalogueNames(): ReadonlyMap<string, readonly FormulaId[]> {
  const all = new Map<string, FormulaId[]>();
  for (const formula of formulas) {
    for (const name of [...formula.names.en, ...formula.names['zh-cn'], formula.id]) {
      const key = plain(name);
      if (key.length < 2) continue;
      const ids = all.get(key) ?? [];
      if (!ids.includes(formula.id)) ids.push(formula.id);
      all.set(key, ids);
    }
  }
  return all;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s\-–_{}\\]/g, '')
    .replace(/(?:loss|losses|function|error function)$/, '');
}

/** The formulas that a left side names: `H(X)`, `\mathcal L_{CE}`, `\text{MSE}`, `L_\delta(y, f(x))`. */
export function formulasNamedBy(left: Expression): readonly FormulaId[] {
  if (left.kind === 'measure') return [measureFormula(left)].filter((id) => id !== undefined);
  if (left.kind !== 'variable' && left.kind !== 'application') return [];
  const labels = [...left.name.matchAll(/[_^]\{([^{}]*)\}/g)].map((match) => match[1]!);
  const stem = left.name
    .replace(/[_^]\{[^{}]*\}/g, '')
    .replace(/^\\(?:mathcal|mathrm|mathbb|hat|tilde) /, '');
  const subscripts = left.indices.map(spell);
  const whole =
    left.name +
    (subscripts.length > 0 ? `_{${subscripts.join('')}}` : '') +
    (left.kind === 'application' ? '(' : '');
  const bySymbol = symbols.flatMap(([pattern, ids]) => (pattern.test(whole) ? ids : []));
  const words = [stem, left.name, ...labels, subscripts.join(''), stem + subscripts.join('')].map(plain);
  const byWord = words.flatMap((word) =>
    word.length < 2 ? [] : (ofNames.get(word) ?? abbreviations[word] ?? []),
  );
  const short = words.flatMap((word) => (Object.hasOwn(abbreviations, word) ? abbreviations[word]! : []));
  return [...new Set([...byWord, ...short, ...bySymbol])];
}

/** The formula that the notation of a measure stands for. */
export function measureFormula(measure: Measure): FormulaId | undefined {
  const variables = [...measure.arguments, ...measure.given].every(isRandomVariable);
  const count = measure.arguments.reduce(
    (sum, part) => sum + (part.kind === 'multiply' ? part.factors.length : 1),
    0,
  );
  switch (measure.measure) {
    case 'entropy':
      if (measure.given.length > 0) return variables ? 'conditional-entropy' : undefined;
      return variables && count > 1 ? 'joint-entropy' : 'entropy';
    case 'cross-entropy':
      return 'cross-entropy-distribution';
    case 'mutual-information':
      return measure.given.length > 0 ? 'conditional-mutual-information' : 'mutual-information';
    case 'kl-divergence':
    case 'js-divergence':
    case 'binary-entropy':
      return measure.measure;
  }
}
