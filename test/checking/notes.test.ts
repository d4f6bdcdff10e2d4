import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../src/checking/finding';
import { checkerIn, documentsIn } from './documents';

const checker = checkerIn('en');

/** `code | text under the squiggle | text that the fix writes`; what is left empty may be anything. */
function matches(expected: string, finding: Finding, text: string): boolean {
  const [code, marked, fixed] = expected.split(' |').map((part) => part.trim());
  const shown = text.slice(finding.start, finding.end).trim();
  return (
    finding.code === code &&
    (!marked || shown === marked) &&
    (!fixed || finding.fix?.edits[0]?.newText === fixed)
  );
}

describe('wrong notes', () => {
  for (const { title, text, expected } of documentsIn('wrong.txt')) {
    it(title, () => {
      const findings = checker.check(text, 'markdown').filter(({ severity }) => severity === 'warning');
      const shown = JSON.stringify(findings, undefined, 1);
      // What one check says with a repair another need not repeat: one of the expected findings is enough.
      assert.ok(
        expected.some((line) => findings.some((finding) => matches(line, finding, text))),
        shown,
      );
      for (const finding of findings)
        assert.ok(
          expected.some((line) => matches(line, finding, text)),
          shown,
        );
    });
  }

  it('are right once their number is mended', () => {
    for (const { text, title } of documentsIn('wrong.txt')) {
      const fix = checker.check(text, 'markdown').find(({ code }) => code === 'stated-number')?.fix;
      if (!fix) continue;
      const [{ start, end, newText }] = fix.edits as [{ start: number; end: number; newText: string }];
      const mended = text.slice(0, start) + newText + text.slice(end);
      assert.deepEqual(checker.check(mended, 'markdown'), [], title);
      assert.ok(
        checker.verifiedNumbers(mended, 'markdown').some((number) => number.start === start),
        title,
      );
    }
  });
});

describe('right notes', () => {
  for (const { title, text, expected } of documentsIn('right.txt')) {
    it(title, () => {
      const findings = checker.check(text, 'markdown').filter(({ severity }) => severity !== 'hint');
      assert.deepEqual(findings, []);
      const verified = checker
        .verifiedNumbers(text, 'markdown')
        .map(({ start, end }) => text.slice(start, end));
      for (const number of expected)
        assert.ok(verified.includes(number), `${number} in ${verified.join(' ')}`);
    });
  }
});

describe('the checker', () => {
  const wrong = '$-(0.8\\log_2 0.8+0.2\\log_2 0.2)=0.7129$';

  it('shows the recomputed number', () => {
    const [verified] = checker.verifiedNumbers('$-(0.8\\log_2 0.8+0.2\\log_2 0.2)=0.722$', 'markdown');
    assert.equal(verified?.text, '✓ 0.721928');
    assert.ok(Math.abs(verified.value - 0.7219280948873623) < 1e-15);
  });

  it('leaves out disabled codes', () => {
    assert.deepEqual(checker.check(wrong, 'markdown', { disabled: ['stated-number'] }), []);
    assert.equal(checker.check(wrong, 'markdown', { disabled: ['identity'] }).length, 1);
  });

  it('speaks Chinese', () => {
    const [finding] = checkerIn('zh-cn').check(wrong, 'markdown');
    assert.match(finding?.message ?? '', /应为 0\.721928/);
    assert.equal(finding?.fix?.title, '改为 0.7219');
  });

  it('reads LaTeX, Quarto, reStructuredText and plain text alike', () => {
    const rst = 'Entropy is :math:`-(0.8\\log_2 0.8+0.2\\log_2 0.2)=0.7129`.';
    assert.equal(checker.check(wrong, 'latex').length, 1);
    assert.equal(checker.check(wrong, 'quarto').length, 1);
    assert.equal(checker.check(rst, 'restructuredtext').length, 1);
  });

  it('says nothing of a language that it does not know', () => {
    assert.deepEqual(checker.check(wrong, 'cobol'), []);
  });
});
