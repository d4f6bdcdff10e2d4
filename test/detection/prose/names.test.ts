import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formulas } from '../../../src/catalog/catalog';
import { createDetector } from '../../../src/detection/detector';
import { casesIn, onOneLine } from '../notes/blocks';

function names(text: string, languageId = 'markdown') {
  return createDetector()
    .detect(text, languageId)
    .filter((mention) => mention.kind === 'name');
}

describe('Names in prose', () => {
  for (const { title, languageId, input, expected } of casesIn('names.txt')) {
    it(title, () => {
      const found = names(input, languageId).map(
        (mention) => `${mention.formula}: ${onOneLine(mention.text)}`,
      );
      assert.deepEqual(found, expected);
    });
  }

  it('are found under the name that each record of the catalogue shows, in both languages', () => {
    // "Maximum error" is a word of daily life, too: only a fuller context makes it the formula.
    const named = formulas.filter(({ id }) => id !== 'max-error');
    for (const { id, names: byLanguage } of named) {
      for (const name of [byLanguage.en[0]!, byLanguage['zh-cn'][0]!]) {
        const text = `这里的 ${name} 是 x`;
        const found = names(text);
        assert.ok(found.length === 1 && found[0]!.text.startsWith(name), `${id}: ${name}`);
      }
    }
  });

  it('lie where they say, whatever stands around them', () => {
    const around = fc.array(
      fc.constantFrom('的', ' and ', '，', '**', '\n', '(', 'x ', '「', '损', '1', '-'),
      { maxLength: 8 },
    );
    const name = fc.constantFrom('KL散度', 'cross-entropy loss', '互信息', 'Huber loss', '交叉熵损失函数');
    fc.assert(
      fc.property(around, name, around, (before, middle, after) => {
        const text = `a ${before.join('')} ${middle} ${after.join('')}`;
        for (const mention of names(text)) {
          assert.equal(text.slice(mention.start, mention.end), mention.text);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('Mentions in notes', () => {
  it('come from fenced code at their place in the document', () => {
    const text =
      '> 1. see\n>\n>    ```python\n>    import torch.nn as nn\n>    loss = nn.HuberLoss(delta=1.5)\n>    ```\n';
    const [mention] = createDetector().detect(text, 'markdown');
    assert.equal(mention?.formula, 'huber');
    assert.equal(text.slice(mention.start, mention.end), mention.text);
  });

  it('hand each formula with the names around it to the recogniser', () => {
    const asked: unknown[] = [];
    const recogniser = {
      recognise(tex: string, context?: { readonly names?: readonly string[] }) {
        asked.push([tex, context?.names]);
        return { formula: 'mse' as const, confidence: 0.9, bindings: {}, faults: [] };
      },
    };
    const text = '# Entropy\n\nThe hinge loss is $x_1$.';
    const math = createDetector({ recogniser })
      .detect(text, 'markdown')
      .filter((mention) => mention.kind === 'math');
    assert.deepEqual(asked, [['x_1', ['hinge', 'entropy']]]);
    assert.deepEqual(
      math.map(({ text: own, tex, texStart }) => [own, tex, texStart]),
      [['$x_1$', 'x_1', 30]],
    );
  });

  it('under the pointer are those of the whole document', () => {
    const paragraph = (i: number) =>
      `# Part ${i}\n\n${'Some words. '.repeat(400)}The hinge loss and MAE.\n\n`;
    const text = `The mean absolute error.\n\n${[0, 1, 2, 3].map(paragraph).join('')}`;
    const detector = createDetector();
    const all = detector.detect(text, 'markdown');
    assert.equal(all.filter((mention) => mention.text === 'MAE').length, 4);
    for (const mention of all) {
      assert.deepEqual(createDetector().mentionAt(text, 'markdown', mention.start + 1), mention);
    }
  });
});
