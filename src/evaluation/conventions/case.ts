import type { ParameterValue } from '../../catalog/formula';
import type { FrameworkSymbol } from '../../catalog/frameworks/symbol';
import type { Arrays } from './bridge';

/** One evaluation under a library's symbol. */
export interface Case {
  readonly formula: string;
  readonly symbol: FrameworkSymbol;
  readonly arrays: Arrays;
  /** The call's options and the symbol's defaults under the catalogue's names. */
  readonly options: ReadonlyMap<string, ParameterValue>;
}
