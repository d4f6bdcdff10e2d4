import type { ParameterValue } from '../../../catalog/formula';
import type { FrameworkSymbol } from '../../../catalog/frameworks/symbol';

/**
 * PyTorch's losses still take the two flags that `reduction` has replaced, and take them by position before it. The
 * records list only what is to be used; here is the whole order, by the last name of class and function.
 */
const flagged: { readonly [name: string]: readonly string[] } = {
  L1Loss: ['size_average', 'reduce', 'reduction'],
  MSELoss: ['size_average', 'reduce', 'reduction'],
  SmoothL1Loss: ['size_average', 'reduce', 'reduction', 'beta'],
  SoftMarginLoss: ['size_average', 'reduce', 'reduction'],
  MultiLabelMarginLoss: ['size_average', 'reduce', 'reduction'],
  MultiLabelSoftMarginLoss: ['weight', 'size_average', 'reduce', 'reduction'],
  KLDivLoss: ['size_average', 'reduce', 'reduction', 'log_target'],
  BCELoss: ['weight', 'size_average', 'reduce', 'reduction'],
  BCEWithLogitsLoss: ['weight', 'size_average', 'reduce', 'reduction', 'pos_weight'],
  CrossEntropyLoss: ['weight', 'size_average', 'ignore_index', 'reduce', 'reduction', 'label_smoothing'],
  NLLLoss: ['weight', 'size_average', 'ignore_index', 'reduce', 'reduction'],
  PoissonNLLLoss: ['log_input', 'full', 'size_average', 'eps', 'reduce', 'reduction'],
  HingeEmbeddingLoss: ['margin', 'size_average', 'reduce', 'reduction'],
  CosineEmbeddingLoss: ['margin', 'size_average', 'reduce', 'reduction'],
  MarginRankingLoss: ['margin', 'size_average', 'reduce', 'reduction'],
  MultiMarginLoss: ['p', 'margin', 'weight', 'size_average', 'reduce', 'reduction'],
  TripletMarginLoss: ['margin', 'p', 'eps', 'swap', 'size_average', 'reduce', 'reduction'],
  l1_loss: ['size_average', 'reduce', 'reduction', 'weight'],
  mse_loss: ['size_average', 'reduce', 'reduction', 'weight'],
  smooth_l1_loss: ['size_average', 'reduce', 'reduction', 'beta'],
  soft_margin_loss: ['size_average', 'reduce', 'reduction'],
  multilabel_margin_loss: ['size_average', 'reduce', 'reduction'],
  multilabel_soft_margin_loss: ['weight', 'size_average', 'reduce', 'reduction'],
  kl_div: ['size_average', 'reduce', 'reduction', 'log_target'],
  binary_cross_entropy: ['weight', 'size_average', 'reduce', 'reduction'],
  binary_cross_entropy_with_logits: ['weight', 'size_average', 'reduce', 'reduction', 'pos_weight'],
  cross_entropy: ['weight', 'size_average', 'ignore_index', 'reduce', 'reduction', 'label_smoothing'],
  nll_loss: ['weight', 'size_average', 'ignore_index', 'reduce', 'reduction'],
  poisson_nll_loss: ['log_input', 'full', 'size_average', 'eps', 'reduce', 'reduction'],
  hinge_embedding_loss: ['margin', 'size_average', 'reduce', 'reduction'],
  cosine_embedding_loss: ['margin', 'size_average', 'reduce', 'reduction'],
  margin_ranking_loss: ['margin', 'size_average', 'reduce', 'reduction'],
  multi_margin_loss: ['p', 'margin', 'weight', 'size_average', 'reduce', 'reduction'],
  triplet_margin_loss: ['margin', 'p', 'eps', 'swap', 'size_average', 'reduce', 'reduction'],
};

/** The order of a PyTorch loss's options by position; undefined for all other symbols. */
export function legacyOrder(symbol: FrameworkSymbol): readonly string[] | undefined {
  if (symbol.framework !== 'torch') return undefined;
  const name = symbol.symbol.slice(symbol.symbol.lastIndexOf('.') + 1);
  return Object.hasOwn(flagged, name) ? flagged[name] : undefined;
}

/** The reduction that the two flags ask for: each on by default, `reduce` before `size_average`. */
export function legacyReduction(
  symbol: FrameworkSymbol,
  values: ReadonlyMap<string, ParameterValue>,
): string | undefined {
  if (!symbol.params.some(({ catalogParam }) => catalogParam === 'reduction')) return undefined;
  const average = values.get('size_average');
  const reduce = values.get('reduce');
  if (typeof average !== 'boolean' && typeof reduce !== 'boolean') return undefined;
  if (reduce === false) return 'none';
  return average === false ? 'sum' : 'mean';
}
