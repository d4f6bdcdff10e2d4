import assert from 'node:assert/strict';
import { speak } from '../../../src/rendering/pictures/words';

const spoken: readonly { readonly tex: string; readonly en: string; readonly zh?: string }[] = [
  {
    tex: String.raw`-\sum_i p_i\log p_i`,
    en: 'minus sum over i of p sub i times log p sub i',
    zh: '负 对 i 求和：p 下标 i 乘以 log p 下标 i',
  },
  {
    tex: String.raw`\frac{1}{n}\sum_{k=1}^{n}(y_k-\hat y_k)^2`,
    en: '1 over n times sum from k equals 1 to n of (y sub k minus y hat sub k) squared',
    zh: 'n 分之 1 乘以 对 k 等于 1 到 n 求和：(y 下标 k 减 y 帽 下标 k) 的平方',
  },
  { tex: 'H(Y|X)', en: 'H of (Y given X)', zh: 'H (Y 给定 X)' },
  { tex: String.raw`H(Y\mid X)\ge 0`, en: 'H of (Y given X) is at least 0' },
  {
    tex: String.raw`D_{\mathrm{KL}}(P\|Q)`,
    en: 'D sub KL of (P relative to Q)',
    zh: 'D 下标 KL (P 相对于 Q)',
  },
  { tex: '|a-b|', en: 'the absolute value of (a minus b)', zh: '(a 减 b) 的绝对值' },
  { tex: String.raw`\|w\|_2^2`, en: 'the norm of w sub 2 squared' },
  { tex: String.raw`\sqrt{x}+\sqrt[3]{y}`, en: 'the square root of x plus the cube root of y' },
  { tex: String.raw`\log_2 8`, en: 'log base 2 of 8', zh: '以 2 为底的 log 8' },
  { tex: '10.5x', en: '10.5 times x' },
  { tex: 'A^{-1}', en: 'A to the power (minus 1)' },
  { tex: String.raw`X^\top X`, en: 'X transposed times X', zh: 'X 的转置 乘以 X' },
  { tex: String.raw`\text{loss}=\max(0,1-m)`, en: 'loss equals maximum of (0, 1 minus m)' },
  { tex: String.raw`\binom nk`, en: 'n choose k', zh: 'n 选 k' },
  { tex: String.raw`\int_a^b f(x)\,dx`, en: 'integral from a to b of f of x times d x' },
  { tex: String.raw`x\in[0,1]`, en: 'x in [0, 1]' },
  { tex: String.raw`\lfloor x\rfloor`, en: 'the floor of x', zh: 'x 向下取整' },
];

describe('a formula in words', () => {
  for (const { tex, en, zh } of spoken) {
    it(tex, () => {
      assert.equal(speak(tex, 'en'), en);
      if (zh !== undefined) assert.equal(speak(tex, 'zh-cn'), zh);
    });
  }

  it('reads macros as what they stand for', () => {
    assert.equal(speak('\\E[X]', 'en', { '\\E': '\\mathbb{E}' }), 'E of X');
  });

  it('is the source itself where that cannot be parsed', () => {
    assert.equal(speak('a^b^c', 'en'), 'a^b^c');
  });

  it('never grows beyond what fits into a hover', () => {
    assert.ok(speak('x+'.repeat(3000), 'en').length <= 600);
    assert.ok(speak('('.repeat(7000), 'en').length <= 600);
    assert.ok(speak('$'.repeat(1_000_000), 'zh-cn').length <= 600);
  });
});
