import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createDetector } from '../../../src/detection/detector';
import { casesIn, onOneLine } from './blocks';

function spans(text: string, languageId = 'markdown') {
  return createDetector().mathSpans(text, languageId);
}

describe('Mathematics in notes', () => {
  for (const { title, languageId, input, expected } of casesIn('math.txt')) {
    it(title, () => {
      const found = spans(input, languageId).map(
        ({ start, end, display }) =>
          `${display ? 'display' : 'inline'}: ${onOneLine(input.slice(start, end))}`,
      );
      assert.deepEqual(found, expected);
    });
  }

  it('says where the TeX begins, so that its offsets are the document’s', () => {
    const text = '# 熵\n\n> 引用 $H(X)$ 与\n> $$\n> x_i\n> $$\n\n- 项 \\(p_i\\)\n';
    for (const span of spans(text)) {
      const tex = text.slice(span.texStart, span.texStart + span.tex.length);
      assert.equal(tex.replace(/^>/gm, ' '), span.tex);
    }
    assert.equal(spans(text).length, 3);
  });

  it('gives the same spans whichever line ends the document has', () => {
    const text = 'a $x$\n\n$$\ny = 1\n$$\n\n- b $z_1$\n';
    const unix = spans(text).map((span) => span.tex.trim());
    const windows = spans(text.replaceAll('\n', '\r\n')).map((span) => span.tex.trim());
    assert.deepEqual(windows, unix);
  });

  it('finds a formula wherever prose is put around it', () => {
    const prose = fc.stringMatching(/^[a-z的是 ,.]{0,30}$/);
    const formula = fc.constantFrom('x_i', '\\sum_i p_i \\log p_i', 'H(X)', '\\hat y - y', 'p=0.5', 'n');
    fc.assert(
      fc.property(prose, formula, prose, (before, tex, after) => {
        const text = `Text ${before} $${tex}$ ${after}`;
        const found = spans(text);
        assert.deepEqual(
          found.map((span) => span.tex),
          [tex],
        );
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('answers an edited document as it answers a new one', () => {
    const line = fc.constantFrom(
      '# Title',
      'text with $x_1$ and `$code$`',
      '$$',
      'a = b',
      '```',
      '- item $y$',
      '> quote $z$',
      '',
      '',
      '\\begin{align}',
      '\\end{align}',
      '<!--',
      '-->',
      'x'.repeat(900),
    );
    const lines = fc.array(line, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(lines, lines, fc.nat(), fc.nat(), (first, inserted, at, cut) => {
        const detector = createDetector();
        const old = first.join('\n');
        detector.mathSpans(old, 'markdown');
        const from = at % (old.length + 1);
        const edited = old.slice(0, from) + inserted.join('\n').slice(0, cut % 3000) + old.slice(from);
        assert.deepEqual(detector.mathSpans(edited, 'markdown'), spans(edited));
      }),
      { seed: 11, numRuns: 150 },
    );
  });
});

describe('Hostile notes', () => {
  const pieces = [
    '$',
    '$$',
    '$ ',
    '`',
    '``` ',
    '[',
    '](',
    '![',
    '\\(',
    '\\[\n',
    '$$\n',
    '$\n',
    '\\begin{align}',
    '\\begin{align}\n',
    '{% math %}',
    '<',
    '<a "',
    '<!--',
    '> ',
    '- ',
    '|',
    '{',
    'https://',
    '[latex]',
    '\\',
    '$`',
    '__proto__ ',
    '熵',
    'L1, ',
    'KL (',
    "Huber's ",
  ];
  const languages = [
    'markdown',
    'latex',
    'restructuredtext',
    'asciidoc',
    'org',
    'typst',
    'html',
    'plaintext',
  ];

  for (const languageId of languages) {
    it(`of the language ${languageId} are read to the end, whatever is repeated in them`, () => {
      for (const piece of pieces) {
        const text = piece.repeat(Math.ceil(50_000 / piece.length));
        const detector = createDetector();
        assert.ok(Array.isArray(detector.detect(text, languageId)));
        assert.ok(detector.mathSpans(text, languageId).every((span) => span.end <= text.length));
      }
    });
  }

  it('made of random marks give spans that lie in the text and do not overlap', () => {
    const marks = fc.array(
      fc.constantFrom(
        '$',
        '$$',
        '\\(',
        '\\)',
        '\\[',
        '\\]',
        '`',
        '\n',
        '\n\n',
        '> ',
        '- ',
        'x_1',
        ' a ',
        '```\n',
        '熵',
        '<b>',
        '](u)',
        '{% math %}',
        '{% endmath %}',
        '\\begin{align}',
        '\\end{align}',
        '.. math::\n',
        'stem:[',
        ']',
        '%',
        '#+begin_src python\n',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(marks, fc.constantFrom(...languages), (parts, languageId) => {
        const text = parts.join('');
        const found = [...spans(text, languageId)].sort((a, b) => a.start - b.start);
        found.forEach((span, i) => {
          assert.ok(span.start < span.end && span.end <= text.length);
          assert.ok(span.texStart >= span.start && span.texStart + span.tex.length <= span.end);
          assert.ok(i === 0 || found[i - 1]!.end <= span.start, 'spans overlap');
        });
      }),
      { seed: 3, numRuns: 1500 },
    );
  });
});
