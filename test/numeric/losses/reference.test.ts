import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { binaryCrossEntropy, logitCrossEntropy } from '../../../src/numeric/losses/binaryCrossEntropy';
import { fairLoss } from '../../../src/numeric/losses/fairLoss';
import { focal, sigmoidFocal } from '../../../src/numeric/losses/focal';
import { gammaNll } from '../../../src/numeric/losses/gammaNll';
import { huber } from '../../../src/numeric/losses/huber';
import { logCosh, logCoshSlope } from '../../../src/numeric/losses/logCosh';
import { powerError } from '../../../src/numeric/losses/powerError';
import { pseudoHuber } from '../../../src/numeric/losses/pseudoHuber';
import { smoothL1 } from '../../../src/numeric/losses/smoothL1';
import { logDifference } from '../../../src/numeric/losses/squaredLogError';
import { tweedieDeviance } from '../../../src/numeric/losses/tweedie';
import { digamma } from '../../../src/numeric/special/digamma';
import { logGamma } from '../../../src/numeric/special/logGamma';
import { sigmoid, softplus } from '../../../src/numeric/special/sigmoid';
import { xMinusLog1p } from '../../../src/numeric/special/xMinusLog1p';

/** Each function with the relative error that its docstring promises; the step of a subnormal is forgiven. */
const functions: { readonly [name: string]: readonly [(...args: number[]) => number, number] } = {
  huber: [huber, 1e-15],
  smoothL1: [smoothL1, 1e-15],
  logCosh: [logCosh, 1e-15],
  logCoshSlope: [logCoshSlope, 1e-15],
  pseudoHuber: [pseudoHuber, 1e-15],
  fairLoss: [fairLoss, 1e-15],
  xMinusLog1p: [xMinusLog1p, 1e-15],
  logDifference: [logDifference, 1e-15],
  tweedieDeviance: [tweedieDeviance, 1e-15],
  gammaNll: [gammaNll, 1e-15],
  logGamma: [logGamma, 2e-14],
  digamma: [digamma, 4e-15],
  softplus: [softplus, 1e-15],
  sigmoid: [sigmoid, 1e-15],
  binaryCrossEntropy: [binaryCrossEntropy, 1e-15],
  logitCrossEntropy: [logitCrossEntropy, 1e-15],
  focal: [focal, 2e-15],
  sigmoidFocal: [sigmoidFocal, 2e-15],
  powerError: [powerError, 1e-15],
};

const file = new URL('../../fixtures/numeric/losses.json', import.meta.url);
const reference = JSON.parse(readFileSync(file, 'utf8')) as { [name: string]: (number | string)[][] };

describe('scalar losses meet 60-digit arithmetic', () => {
  it('with a row for each of them', () => {
    assert.deepEqual(Object.keys(functions).sort(), Object.keys(reference).sort());
  });

  for (const [name, rows] of Object.entries(reference)) {
    it(`${name} in ${rows.length} places`, () => {
      const [f, tolerance] = functions[name];
      for (const row of rows) {
        const numbers = row.map(Number);
        const want = numbers[numbers.length - 1];
        const args = numbers.slice(0, -1);
        const got = f(...args);
        const isClose = got === want || Math.abs(got - want) <= tolerance * Math.abs(want) + 5e-324;
        assert.ok(isClose, `${name}(${args.join(', ')}): got ${got}, want ${want}`);
      }
    });
  }
});
