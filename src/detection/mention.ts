import type { FormulaId } from '../catalog/ids';
import type { ParameterValue } from '../catalog/formula';

/** How a formula shows itself: a library's symbol, a string in a configuration, a name in prose, or mathematics. */
export type MentionKind = 'symbol' | 'config' | 'name' | 'math';

/** One place in a document where a formula stands. Offsets are UTF-16, half-open. */
export interface Mention {
  readonly formula: FormulaId;
  readonly kind: MentionKind;
  readonly start: number;
  readonly end: number;
  /** The document's text in [start, end). */
  readonly text: string;
  /** Canonical name in its library, e.g. `torch.nn.HuberLoss`. */
  readonly symbol?: string;
  /** The call's options as catalogue parameters, e.g. { delta: 1.5, reduction: 'sum' }. */
  readonly params?: { readonly [name: string]: ParameterValue };
  /** 0..1: 1 is certain (resolved by imports, recognised by meaning). */
  readonly confidence: number;
  /** For kind `math`: the TeX inside the delimiters and where it starts. */
  readonly tex?: string;
  readonly texStart?: number;
  /** The library class that the mentioned class extends. */
  readonly derivedFrom?: string;
}
