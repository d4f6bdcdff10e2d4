import type { ParameterValue } from '../../catalog/formula';

/** Parameters of the record that make it the variant which a symbol computes; those of `categorical` are the slots. */
const variants: { readonly [variant: string]: { readonly [name: string]: ParameterValue } } = {
  categorical: {},
  'crammer-singer': { kind: 'crammer-singer' },
  'crammer-singer-floored-at-0': { kind: 'crammer-singer' },
  'sum-over-classes/C': { kind: 'multi-margin' },
  'nll-kernel': { kind: 'nll-kernel' },
  'squared-denominator': { squared: true },
  'squared-distance': { squared: true },
  coefficient: { kind: 'coefficient' },
  'W_2 squared': { order: 2, root: false },
  'co-information': { kind: 'co-information' },
  'divided by H(labels_true)': { averageMethod: 'x' },
  'divided by H(labels_pred)': { averageMethod: 'y' },
  'divided by H(preds)': { averageMethod: 'x' },
  'divided by H(target)': { averageMethod: 'y' },
};

export function isVariantKnown(variant: string): boolean {
  return Object.hasOwn(variants, variant);
}

export function variantParameters(
  variant: string | undefined,
): readonly (readonly [string, ParameterValue])[] {
  return variant === undefined ? [] : Object.entries(variants[variant] ?? {});
}
