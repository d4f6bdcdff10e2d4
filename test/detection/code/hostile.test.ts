import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { codeMentionAt, codeMentions } from '../../../src/detection/code/code';

const languages = [
  'python',
  'javascript',
  'typescript',
  'cpp',
  'rust',
  'julia',
  'r',
  'matlab',
  'yaml',
  'json',
  'toml',
];
const count = 100_000;

const hostile: { readonly [name: string]: string } = {
  'open brackets': `torch.nn${'('.repeat(count)}`,
  'open calls by keyword': 'nn.L1Loss(a='.repeat(count / 10),
  quotes: `torch "${'"'.repeat(count)}`,
  'quotes of both kinds': `tf '"`.repeat(count / 5),
  'triple quotes': `"""'''`.repeat(count / 6),
  backslashes: `torch = ${'\\'.repeat(count)}`,
  'a long chain of members': `torch.nn${'.a'.repeat(count / 2)}`,
  'a long sum': `mse_loss = ${'a+'.repeat(count / 2)}a`,
  'deep blocks': Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}if loss:`).join('\n'),
  'many short lines': 'loss\n'.repeat(count / 5),
  'one name bound again and again': 'import torch.nn as nn\n' + 'c = nn.L1Loss()\nc(x)\n'.repeat(3000),
  'a name that is defined by itself': 'import torch.nn as nn\na = b\nb = a\na(nn.L1Loss())\n',
  'a function that returns itself': 'def loss_of(x):\n    return loss_of(x)\nloss_of(1)\n',
  'a class that extends itself': 'class MyLoss(MyLoss): pass\nMyLoss()(x)\n',
  'names of prototypes':
    'import __proto__ as constructor\nfrom toString import hasOwnProperty\nconstructor.valueOf(__proto__)\nx = {"__proto__": "mse", "constructor": "huber"}\n',
  'braces of YAML': `loss: ${'{a: '.repeat(count / 10)}`,
  'lists of TOML': `loss = ${'['.repeat(count)}`,
  'dollar signs': '$'.repeat(count),
  'null characters': `torch.nn.L1Loss\0(\0${'\0'.repeat(count)}`,
};

describe('hostile documents', () => {
  for (const [name, text] of Object.entries(hostile))
    for (const language of languages)
      it(`${name} in ${language} neither throw nor hang`, () => {
        for (const mention of codeMentions(text, language))
          assert.equal(mention.text, text.slice(mention.start, mention.end));
      });

  it('any text gives ordered mentions', () => {
    const pieces = fc.constantFrom(
      'import torch.nn as nn\n',
      'nn.HuberLoss(',
      'delta=1.5',
      ')',
      '\n',
      '    ',
      '"',
      "'''",
      'f"{',
      '}"',
      '#',
      '%',
      'def f(x):\n',
      'class A(nn.L1Loss):\n',
      'return ',
      'c = ',
      'c(x)',
      '[',
      ']',
      'лосс',
      '损失',
      '\\',
      'lambda: ',
      'for x in y:\n',
      'loss="mse"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom(...languages), (parts, language) => {
        const text = parts.join('');
        let end = 0;
        for (const mention of codeMentions(text, language)) {
          assert.ok(mention.start >= end && mention.end > mention.start && mention.end <= text.length);
          assert.equal(mention.text, text.slice(mention.start, mention.end));
          end = mention.end;
        }
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});

describe('a long document', () => {
  const block = (i: number): string =>
    `def train${String(i)}(model, data, criterion=LOSS):\n    for x, y in data:\n        out = model(x)\n        loss = F.huber_loss(out, y, delta=WIDTH) + criterion(out, y)\n        loss.backward()\n\n`;
  const head =
    'import torch.nn.functional as F\nfrom torch import nn\nWIDTH = 0.25\nLOSS = nn.L1Loss(reduction="sum")\n\n';
  const whole = head + Array.from({ length: 600 }, (_, i) => block(i)).join('');

  it('gives at a place what it gives as a whole', () => {
    const mentions = codeMentions(whole, 'python');
    assert.equal(mentions.length, 1201);
    for (const mention of mentions.filter((_, i) => i % 97 === 0))
      assert.deepEqual(codeMentionAt(whole, 'python', mention.start), mention);
  });

  it('gives the same after edits as read afresh', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(whole.length),
            fc.nat(30),
            fc.constantFrom('', '\n', '(', '"""', 'x = 1\n', '#', '    ', ')'),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        fc.nat(whole.length - 1),
        (edits, offset) => {
          let text = whole;
          for (const [at, length, inserted] of edits) {
            text = text.slice(0, at) + inserted + text.slice(at + length);
            codeMentionAt(text, 'python', offset);
          }
          const asked = codeMentionAt(text, 'python', offset);
          codeMentions('x', 'python');
          assert.deepEqual(codeMentionAt(text, 'python', offset), asked);
        },
      ),
      { seed: 5, numRuns: 40 },
    );
  });
});
