import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { proseIn } from '../../../src/detection/code/prose';

/** What is left of the text, without the blanks. */
function left(text: string, languageId: string): readonly string[] {
  const prose = proseIn(text, languageId)!;
  assert.equal(prose.length, text.length);
  const lines = prose.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

describe('the prose in a program', () => {
  it('is comments and docstrings in Python, not strings', () => {
    const text = [
      'import x  # the KL divergence',
      'def f(p):',
      '    r"""Entropy.',
      '',
      '    .. math:: H = -\\sum p \\log p',
      '    """',
      '    s = "# no comment"',
      "    t = '''no docstring'''",
      '    return p # $p$',
    ].join('\n');
    assert.deepEqual(left(text, 'python'), [
      'the KL divergence',
      'Entropy.',
      '.. math:: H = -\\sum p \\log p',
      '$p$',
    ]);
  });

  it('keeps every offset', () => {
    const text = 'a = "#" # Huber loss\nb = 2\n';
    assert.equal(proseIn(text, 'python')!.indexOf('Huber'), text.indexOf('Huber'));
  });

  it('is comments in languages with braces', () => {
    const text = '// MSE\nlet s = "// no";\n/**\n * Huber loss\n */\nf(); /* KL */';
    assert.deepEqual(left(text, 'rust'), ['MSE', 'Huber loss', 'KL']);
  });

  it('is comments in Julia, R and MATLAB', () => {
    assert.deepEqual(left('#= one =#\nx = 1 # two', 'julia'), ['one', 'two']);
    assert.deepEqual(left('x <- "# no" # yes', 'r'), ['yes']);
    assert.deepEqual(left("x = A' % yes\ns = '% no';", 'matlab'), ['yes']);
  });

  it('is nothing known elsewhere', () => {
    assert.equal(proseIn('x', 'markdown'), undefined);
  });
});
