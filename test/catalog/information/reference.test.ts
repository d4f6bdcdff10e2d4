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
/** JSON has no infinity: the order of a min-entropy is written as a word. */
const cases = JSON.parse(readFileSync(file, 'utf8'), (_, read: unknown) =>
  read === 'Infinity' ? Infinity : read,
) as ReferenceCase[];

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
