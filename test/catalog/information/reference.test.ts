import { readFileSync } from 'node:fs';
import type { ParameterValue } from '../../../src/catalog/formula';
import { assertNear, value, type Inputs } from './evaluate';

interface ReferenceCase {
  readonly formula: string;
  readonly inputs: Inputs;
  readonly params: { readonly [name: string]: ParameterValue };
  readonly value: number;
}

const file = new URL('../../fixtures/information/reference.json', import.meta.url);
/** The limits of Rényi's family, of order ∞, are numbers of the kernels only. */
const cases = (JSON.parse(readFileSync(file, 'utf8')) as ReferenceCase[]).filter(
  ({ params }) => params.order !== 'Infinity',
);

describe('information measures against textbook definitions at 50 digits', () => {
  const formulas = [...new Set(cases.map(({ formula }) => formula))];
  for (const formula of formulas) {
    it(formula, () => {
      for (const [index, reference] of cases.filter((each) => each.formula === formula).entries()) {
        const got = value(formula, reference.inputs, reference.params);
        const what = `${formula} case ${index} ${JSON.stringify(reference.params)}`;
        assertNear(got, reference.value, what, 2e-13, 1e-15);
      }
    });
  }
});
