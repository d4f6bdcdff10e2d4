import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { conventionLine } from '../../../src/catalog/frameworks/conventionLine';
import { frameworks, symbolNamed } from '../../../src/catalog/frameworks/frameworks';

function line(path: string, params = {}, locale: 'en' | 'zh-cn' = 'en'): string {
  return conventionLine(symbolNamed(path)!, params, locale);
}

describe('the line on a library’s convention', () => {
  it('names arguments in order, what they mean, and what the mean divides by', () => {
    assert.equal(
      line('torch.nn.KLDivLoss'),
      'PyTorch: (input = log q, target = p) · mean over all elements, not rows · natural log (nats)',
    );
    assert.match(line('torch.nn.BCELoss'), /input = probabilities/);
    assert.match(line('torch.nn.BCEWithLogitsLoss'), /input = logits/);
    assert.match(line('keras.losses.Huber'), /\(y_true = target, y_pred = prediction\)/);
  });

  it('follows the call’s own options', () => {
    assert.match(line('keras.losses.BinaryCrossentropy'), /y_pred = probabilities.*clips at 1e−7/);
    const fromLogits = line('keras.losses.BinaryCrossentropy', { fromLogits: true, reduction: 'sum' });
    assert.match(fromLogits, /y_pred = logits.* · sum$/);
    assert.match(
      line('torch.nn.KLDivLoss', { logTarget: true, reduction: 'batchmean' }),
      /target = log p.*batch size/,
    );
    assert.match(line('scipy.stats.entropy', { base: 2 }), /log₂ \(bits\)/);
  });

  it('tells guards, factors and roots', () => {
    assert.match(line('keras.losses.MeanAbsolutePercentageError'), /in percent/);
    assert.match(line('scipy.spatial.distance.jensenshannon'), /square root.*rescales to sum 1/);
    assert.match(line('keras.losses.CosineSimilarity'), /−cos/);
  });

  it('is whole and short for every symbol, in both languages', () => {
    for (const symbol of frameworks().flatMap((framework) => framework.symbols)) {
      for (const locale of ['en', 'zh-cn'] as const) {
        const text = conventionLine(symbol, {}, locale);
        assert.ok(text.length <= 115, text);
        assert.doesNotMatch(text, /undefined|null|\[object|· ·|: $|：$/, text);
      }
      assert.match(conventionLine(symbol, {}, 'zh-cn'), /：/);
    }
  });
});
