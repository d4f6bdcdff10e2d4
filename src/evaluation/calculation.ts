import type { Locale } from '../base/text';
import { formulaOf } from '../catalog/catalog';
import { calculate as calculateTex, type CalculationOptions, type NestedNumbers } from '../latex/calculate';
import type { Recognition } from '../latex/recognition';
import type { Outcome } from './outcome';
import { unitOfBase } from './units';

/**
 * Any formula in TeX on arrays and numbers that bear its letters. The unit is told when the formula is an information
 * measure of the catalogue; formulas that the catalogue does not know have a value all the same.
 */
export function calculateFormula(
  tex: string,
  values: { readonly [name: string]: NestedNumbers },
  recognition: Recognition,
  locale: Locale,
  options: CalculationOptions = {},
): Outcome {
  const calculated = calculateTex(tex, values, options);
  if (!calculated.ok) {
    const { message, ...problem } = calculated.problem;
    return { ok: false, problem: { ...problem, message: message[locale] } };
  }
  const { value, values: terms, shape, base } = calculated.value;
  const isInformation =
    recognition.formula !== null && formulaOf(recognition.formula)?.unit === 'information';
  const unit = isInformation ? unitOfBase(base) : undefined;
  return {
    ok: true,
    formula: recognition.formula,
    value,
    ...(unit && { unit }),
    convention: 'textbook',
    ...(shape.length > 0 && { terms, termShape: shape }),
    doubts: [],
  };
}
