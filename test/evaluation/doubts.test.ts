import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createEvaluator } from '../../src/evaluation/evaluator';
import type { Doubt, Request } from '../../src/evaluation/outcome';
import { answered, assertNear, evaluate } from './values';

/** A request about which a doubt is due, and its right twin, about which none is. */
interface Twins {
  readonly code: string;
  readonly wrong: Request;
  readonly right: Request;
  /** The value of the corrected request, where one is offered. */
  readonly remedied?: number;
}

function ce(inputs: Request['inputs'], more: Partial<Request> = {}): Request {
  return { formula: 'cross-entropy', inputs, ...more };
}

function bce(inputs: Request['inputs'], more: Partial<Request> = {}): Request {
  return { formula: 'binary-cross-entropy', inputs, ...more };
}

const softmaxed = [
  [0.7, 0.2, 0.1],
  [0.1, 0.3, 0.6],
];
const raw = [
  [2.1, -0.3, 0.4],
  [-1.2, 0.9, 1.7],
];
const logs = softmaxed.map((row) => row.map(Math.log));
const classIndex = [0, 2];
const meanLoss = -(Math.log(0.7) + Math.log(0.6)) / 2;
const overBatch = [
  [0.25, 0.1, 0.6],
  [0.75, 0.9, 0.4],
];

const twins: readonly Twins[] = [
  {
    code: 'ce-softmax-before',
    wrong: ce({ logits: softmaxed, classIndex }),
    right: ce({ logits: raw, classIndex }),
    remedied: meanLoss,
  },
  {
    code: 'keras-from-logits-activated',
    wrong: ce({ logits: softmaxed, classIndex }, { convention: 'keras' }),
    right: ce({ probabilities: softmaxed, classIndex }, { convention: 'keras' }),
    remedied: meanLoss,
  },
  {
    code: 'ce-log-softmax-redundant',
    wrong: ce({ logits: logs, classIndex }),
    right: ce({ logits: raw, classIndex }),
  },
  {
    code: 'bce-double-sigmoid',
    wrong: bce({ logit: [0.9, 0.2, 0.6], target: [1, 0, 1] }),
    right: bce({ logit: [2.2, -1.4, 0.4], target: [1, 0, 1] }),
    remedied: -(Math.log(0.9) + Math.log(0.8) + Math.log(0.6)) / 3,
  },
  {
    code: 'bce-without-sigmoid',
    wrong: bce({ probability: [2, -1.5], target: [1, 0] }),
    right: bce({ probability: [0.9, 0.2], target: [1, 0] }),
    remedied: (Math.log1p(Math.exp(-2)) + Math.log1p(Math.exp(-1.5))) / 2,
  },
  {
    code: 'keras-from-logits-missing',
    wrong: ce({ probabilities: raw, classIndex }, { convention: 'keras' }),
    right: ce({ probabilities: softmaxed, classIndex }, { convention: 'keras' }),
  },
  {
    code: 'nll-needs-log-probs',
    wrong: { formula: 'nll', inputs: { logProbabilities: softmaxed, classIndex } },
    right: { formula: 'nll', inputs: { logProbabilities: logs, classIndex } },
    remedied: meanLoss,
  },
  {
    code: 'nll-needs-log-probs',
    wrong: { formula: 'nll', inputs: { logProbabilities: raw, classIndex } },
    right: { formula: 'nll', inputs: { logProbabilities: logs, classIndex } },
  },
  {
    code: 'kl-log-target-flag',
    wrong: { formula: 'kl-divergence', inputs: { p: logs[0]!, q: softmaxed[1]! } },
    right: { formula: 'kl-divergence', inputs: { p: softmaxed[0]!, q: softmaxed[1]! } },
  },
  {
    code: 'kl-unnormalised',
    wrong: { formula: 'kl-divergence', inputs: { p: [0.2, 0.3], q: [0.5, 0.5] } },
    right: { formula: 'kl-divergence', inputs: { p: [0.4, 0.6], q: [0.5, 0.5] } },
    remedied: 0.4 * Math.log2(0.8) + 0.6 * Math.log2(1.2),
  },
  {
    code: 'scipy-entropy-normalises',
    wrong: { formula: 'entropy', inputs: { p: [1, 1, 2] } },
    right: { formula: 'entropy', inputs: { p: [1, 1, 2] }, convention: 'scipy' },
    remedied: 1.5,
  },
  {
    code: 'scipy-entropy-raw-samples',
    wrong: { formula: 'entropy', inputs: { p: [1.2, 3.4, 0.7, 2.2] } },
    right: { formula: 'entropy', inputs: { p: [0.1, 0.2, 0.3, 0.4] } },
  },
  {
    code: 'kl-missing-support',
    wrong: { formula: 'kl-divergence', inputs: { p: [0.5, 0.5], q: [1, 0] } },
    right: { formula: 'kl-divergence', inputs: { p: [1, 0], q: [0.5, 0.5] } },
  },
  {
    code: 'softmax-wrong-axis',
    wrong: ce({ probabilities: overBatch, classIndex }),
    right: ce({ probabilities: softmaxed, classIndex }),
  },
  {
    code: 'scipy-entropy-axis',
    wrong: { formula: 'entropy', inputs: { p: overBatch } },
    right: { formula: 'entropy', inputs: { p: softmaxed } },
  },
  {
    code: 'log-loss-rows-not-normalised',
    wrong: ce({
      probabilities: [
        [0.5, 0.2],
        [0.3, 0.3],
      ],
      classIndex: [0, 1],
    }),
    right: ce({
      probabilities: [
        [0.5, 0.5],
        [0.3, 0.7],
      ],
      classIndex: [0, 1],
    }),
    remedied: -(Math.log(5 / 7) + Math.log(0.5)) / 2,
  },
  {
    code: 'margin-labels-zero-one',
    wrong: { formula: 'hinge', inputs: { score: [-0.5, 2.5, 0.3], target: [0, 1, 1] } },
    right: { formula: 'hinge', inputs: { score: [-0.5, 2.5, 0.3], target: [-1, 1, 1] } },
    remedied: 0.4,
  },
  {
    code: 'bce-labels-plus-minus-one',
    wrong: bce({ logit: [-0.5, 2.5], target: [-1, 1] }),
    right: bce({ logit: [-0.5, 2.5], target: [0, 1] }),
    remedied: (Math.log1p(Math.exp(-0.5)) + Math.log1p(Math.exp(-2.5))) / 2,
  },
  {
    code: 'hinge-needs-scores',
    wrong: { formula: 'hinge', inputs: { score: [0.1, 0.9, 0.8], target: [-1, 1, 1] } },
    right: { formula: 'hinge', inputs: { score: [-2.2, 1.9, 0.8], target: [-1, 1, 1] } },
  },
  {
    code: 'regression-broadcast-shapes',
    wrong: { formula: 'mse', inputs: { prediction: [[1], [2], [4]], target: [1, 2, 3] } },
    right: { formula: 'mse', inputs: { prediction: [1, 2, 4], target: [1, 2, 3] } },
    remedied: 1 / 3,
  },
  {
    code: 'ce-all-ignored-nan',
    wrong: ce({ logits: raw, classIndex: [-100, -100] }, { convention: 'torch' }),
    right: ce({ logits: raw, classIndex: [-100, 2] }, { convention: 'torch' }),
  },
  {
    code: 'ce-ignore-index-is-value',
    wrong: ce({ logits: raw, classIndex }, { params: { ignoreIndex: 1 } }),
    right: ce({ logits: raw, classIndex: [1, 2] }, { params: { ignoreIndex: 1 } }),
  },
  {
    code: 'ce-single-column',
    wrong: ce({ logits: [[1.5], [-0.3]], classIndex: [0, 0] }),
    right: ce({ logits: raw, classIndex }),
  },
  {
    code: 'mape-zero-targets',
    wrong: { formula: 'mape', inputs: { prediction: [10, 1, 12], target: [11, 0, 13] } },
    right: { formula: 'mape', inputs: { prediction: [10, 1, 12], target: [11, 2, 13] } },
  },
  {
    code: 'msle-negative-values',
    wrong: { formula: 'msle', inputs: { prediction: [-0.5, 2], target: [1, 2] } },
    right: { formula: 'msle', inputs: { prediction: [0.5, 2], target: [1, 2] } },
  },
  {
    code: 'bce-exact-zero-or-one',
    wrong: bce({ probability: [0, 0.4], target: [1, 0] }),
    right: bce({ probability: [0, 0.4], target: [0, 0] }),
  },
  {
    code: 'log-loss-hard-labels',
    wrong: bce({ probability: [0, 1, 1], target: [0, 1, 0] }),
    right: bce({ probability: [0.1, 0.8, 0.7], target: [0, 1, 0] }),
  },
  {
    code: 'loss-argument-order',
    wrong: bce({ probability: [0, 1, 1], target: [0.2, 0.7, 0.9] }),
    right: bce({ probability: [0.2, 0.7, 0.9], target: [0, 1, 1] }),
    remedied: -(Math.log(0.8) + Math.log(0.7) + Math.log(0.9)) / 3,
  },
  {
    code: 'log-loss-single-class',
    wrong: bce({ probability: [0.8, 0.7], target: [1, 1] }, { convention: 'sklearn' }),
    right: bce({ probability: [0.8, 0.3], target: [1, 0] }, { convention: 'sklearn' }),
  },
  {
    code: 'ce-soft-target-not-zero',
    wrong: { formula: 'cross-entropy-distribution', inputs: { p: [0.3, 0.7], q: [0.3, 0.7] } },
    right: { formula: 'cross-entropy-distribution', inputs: { p: [0.3, 0.7], q: [0.4, 0.6] } },
    remedied: 0,
  },
  {
    code: 'mbe-sign-and-cancel',
    wrong: { formula: 'mbe', inputs: { prediction: [3, 1], target: [1, 3] } },
    right: { formula: 'mbe', inputs: { prediction: [3, 4], target: [1, 3] } },
  },
  {
    code: 'differential-entropy-negative',
    wrong: { formula: 'differential-entropy', inputs: {}, params: { distribution: 'uniform', a: 0, b: 0.5 } },
    right: { formula: 'differential-entropy', inputs: {}, params: { distribution: 'uniform', a: 0, b: 2 } },
  },
];

function doubtsOf(request: Request): readonly Doubt[] {
  return evaluate(request).doubts ?? [];
}

describe('doubts', () => {
  twins.forEach(({ code, wrong, right, remedied }, index) => {
    it(`see ${code} where it is, and not where it is not (${index})`, () => {
      const doubt = doubtsOf(wrong).find((each) => each.code === code);
      assert.ok(
        doubt,
        `no ${code} among ${doubtsOf(wrong)
          .map((each) => each.code)
          .join(', ')}`,
      );
      assert.match(doubt.message, /\.$/);
      assert.deepEqual(
        doubtsOf(right).filter((each) => each.code === code),
        [],
      );
      if (remedied === undefined) return;
      assertNear(answered(doubt.remedy!.request).value, remedied, 1e-12);
      assert.match(doubt.remedy!.title, /: /);
    });
  });

  it('speak Chinese too', () => {
    const chinese = createEvaluator('zh-cn');
    for (const { wrong, code } of twins) {
      const doubt = (chinese.evaluate(wrong).doubts ?? []).find((each) => each.code === code);
      assert.match(doubt?.message ?? '', /[\u4e00-\u9fff].*。$/, code);
      if (doubt?.remedy) assert.match(doubt.remedy.title, /[\u4e00-\u9fff]/);
    }
  });

  it('are silent about ordinary data', () => {
    const ordinary: readonly Request[] = [
      { formula: 'mse', inputs: { prediction: [0.2, 0.4, 0.4], target: [0, 1, 0] } },
      { formula: 'mae', inputs: { prediction: [[1, 2]], target: [[0, 0]] } },
      { formula: 'entropy', inputs: { p: [0.333, 0.333, 0.333] } },
      { formula: 'kl-divergence', inputs: { p: [0.1, 0.9], q: [0.2, 0.8] } },
      {
        formula: 'mutual-information',
        inputs: {
          joint: [
            [0.25, 0.25],
            [0.1, 0.4],
          ],
        },
      },
      { formula: 'self-information', inputs: { p: [0.1, 0.2] } },
      { formula: 'binary-entropy', inputs: { p: [0.9, 0.3, 0.5] } },
      { formula: 'huffman', inputs: { p: [5, 3, 1] } },
      ce({ logits: raw, classIndex }),
      ce({ logits: [[0.5, 0.5]], classIndex: [0] }),
      bce({ logit: [0.3, -0.2], target: [1, 0] }),
      { formula: 'hinge', inputs: { score: [1.3, -0.2], target: [1, -1] } },
    ];
    for (const request of ordinary) {
      assert.deepEqual(
        doubtsOf(request).map(({ code }) => code),
        [],
        request.formula,
      );
    }
  });

  it('survive JSON with their remedy', () => {
    const [doubt] = doubtsOf(twins[0]!.wrong);
    const copy = JSON.parse(JSON.stringify(doubt)) as Doubt;
    assertNear(answered(copy.remedy!.request).value, meanLoss, 1e-12);
  });

  it('offer on large arrays the correction without its number', () => {
    const rows = 600_000;
    const values = new Float64Array(rows * 2).fill(0.5);
    const logits = { values, shape: [rows, 2], source: 'made' };
    const [doubt] = doubtsOf(
      ce({ logits, classIndex: { values: new Float64Array(rows), shape: [rows], source: 'made' } }),
    );
    assert.equal(doubt?.code, 'ce-softmax-before');
    assert.equal(doubt?.remedy?.title, 'As probabilities');
  });
});
