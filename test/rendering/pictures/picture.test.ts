import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  layoutOf,
  pictureOf,
  type Picture,
  type PictureOptions,
} from '../../../src/rendering/pictures/picture';
import { elementsOf } from './xml';

const fixtures = new URL('../../fixtures/rendering/', import.meta.url);
const formulas = readFileSync(new URL('formulas.txt', fixtures), 'utf8').split('\n').filter(Boolean);

function drawn(tex: string, options: Partial<PictureOptions> = {}): Picture {
  const picture = pictureOf(tex, { color: '#123456', ...options });
  assert.ok(picture.ok, `${tex}: ${picture.ok ? '' : picture.message.en}`);
  return picture;
}

describe('the picture of a formula', () => {
  it('is well-formed SVG of moderate size for every fixture formula', () => {
    for (const tex of formulas) {
      const { svg } = drawn(tex);
      assert.equal(elementsOf(svg)[0], 'svg');
      assert.ok(svg.length < 13_000, `${tex}: ${svg.length}`);
      assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
    }
  });

  it('bakes its colour in and keeps the colours that the formula asks for', () => {
    const { svg } = drawn(String.raw`a+\textcolor{red}{b}+\cancel{c}`);
    assert.match(svg, /^<svg [^>]*fill='#123456' color='#123456'/);
    assert.match(svg, /fill='red'/);
    assert.match(svg, /stroke='currentColor'/);
  });

  it('grows with the scale and shrinks to the greatest width', () => {
    const tex = String.raw`\sum_{i=1}^n p_i\log p_i`;
    const once = drawn(tex);
    const twice = drawn(tex, { scale: 2 });
    assert.ok(Math.abs(twice.width - 2 * once.width) <= 2);
    assert.ok(Math.abs(twice.height - 2 * once.height) <= 2);
    const narrow = drawn(tex, { scale: 4, maxWidth: 100 });
    assert.equal(narrow.width, 100);
    assert.ok(Math.abs(narrow.height / narrow.width - once.height / once.width) < 0.05);
  });

  it('is lower within a line than when displayed', () => {
    const tex = String.raw`\sum_{i=1}^n\frac{p_i}{q_i}`;
    assert.ok(drawn(tex, { display: false }).height < drawn(tex).height);
  });

  it('says how far it reaches below the baseline', () => {
    assert.ok(drawn('x').depth! < 2);
    assert.ok(drawn(String.raw`\frac{a}{b}`).depth! > 8);
  });

  it('writes an outline that comes back once', () => {
    const { svg } = drawn('m_1+m_2+m_3+m_4+m_5');
    assert.equal(svg.match(/<use /g)!.length >= 5, true);
    const once = drawn('m_1').svg.length;
    assert.ok(svg.length < 5 * once);
  });

  it('leaves Chinese to the system fonts, one em a letter', () => {
    const { svg } = drawn(String.raw`L=\text{交叉熵}`);
    assert.match(svg, /<text [^>]*textLength='3000'[^>]*>交叉熵<\/text>/);
    const with3 = layoutOf(String.raw`\text{交叉熵}`, {});
    assert.ok(with3.ok && Math.abs(with3.width - 3) < 1e-9);
  });

  it('keeps the room of a phantom and draws nothing there', () => {
    const phantom = layoutOf(String.raw`\phantom{abc}`, {});
    const visible = layoutOf('abc', {});
    assert.ok(phantom.ok && visible.ok);
    assert.equal(phantom.sheet.items.length, 0);
    assert.ok(Math.abs(phantom.width - visible.width) < 1e-9);
  });

  it('puts a tag behind the formula and lines one below the other', () => {
    assert.ok(drawn(String.raw`a=b\tag{7}`).width > drawn('a=b').width + 30);
    assert.ok(drawn(String.raw`a\\b\\c`).height > 2.5 * drawn('a').height);
  });

  it('reaches as far as its ink, beyond the boxes of smashed and overhanging parts', () => {
    assert.ok(drawn(String.raw`\smash{\frac{\frac ab}c}`).height > 30);
    assert.ok(drawn(String.raw`\mathllap{abc}x`).width > drawn('x').width + 15);
  });

  it('expands the macros it is given and does not keep definitions of one formula for the next', () => {
    const macros = { '\\KL': 'D_{\\mathrm{KL}}' };
    assert.equal(drawn('\\KL', { macros }).svg, drawn('D_{\\mathrm{KL}}').svg);
    drawn(String.raw`\gdef\mine{x}\mine`, { macros });
    assert.equal(pictureOf('\\mine', { color: '#000', macros }).ok, false);
    assert.deepEqual(Object.keys(macros), ['\\KL']);
  });

  it('describes itself in words, in the language asked for, unless words are given', () => {
    assert.equal(drawn('x^2').alt, 'x squared');
    assert.equal(drawn('x^2', { locale: 'zh-cn' }).alt, 'x 的平方');
    assert.equal(drawn('x^2', { alt: 'the square' }).alt, 'the square');
  });

  it('escapes what a colour or a text could break out with', () => {
    const { svg } = drawn(String.raw`\text{<script>\&'熵<}`, { color: `'/><script>` });
    assert.ok(!elementsOf(svg).includes('script'));
  });
});

describe('a formula that cannot be set', () => {
  const cases: readonly [string, RegExp, number?][] = [
    [String.raw`a+\nosuch`, /\\nosuch/, 2],
    ['x^', /after \^/, 1],
    ['{a', /Expected/],
    ['a^b^c', /superscripts/, 3],
    [String.raw`\begin{nosuch}x\end{nosuch}`, /nosuch/],
    [String.raw`\begin{aligned}x\end{cases}`, /aligned/],
    [String.raw`\def\a{\a\a}\a`, /expand/],
  ];

  for (const [tex, sentence, position] of cases) {
    it(`gives a sentence in both languages: ${tex}`, () => {
      const fault = pictureOf(tex, { color: '#000' });
      assert.ok(!fault.ok);
      assert.match(fault.message.en, sentence);
      assert.match(fault.message['zh-cn'], /[\u4e00-\u9fff]/);
      assert.doesNotMatch(fault.message.en + fault.message['zh-cn'], /KaTeX|EOF|\$\d/);
      if (position !== undefined) assert.equal(fault.position, position);
    });
  }

  it('is refused, not waited for, when it is hostile', () => {
    const hostile = [
      '$'.repeat(1_000_000),
      '{'.repeat(7000),
      '\\frac'.repeat(1500),
      '\\left('.repeat(1300),
      '^'.repeat(8000),
    ];
    for (const tex of hostile) assert.equal(pictureOf(tex, { color: '#000' }).ok, false);
    const nested = '\\sqrt{'.repeat(1100) + '}'.repeat(1100);
    assert.equal(typeof pictureOf(nested, { color: '#000' }).ok, 'boolean');
  });

  it('reaches for nothing outside: links, images and HTML', () => {
    for (const tex of [
      String.raw`\includegraphics{http://example.org/a.png}`,
      String.raw`\href{javascript:alert(1)}{x}`,
      String.raw`\htmlStyle{background:url(x)}{x}`,
    ]) {
      const picture = pictureOf(tex, { color: '#000' });
      if (picture.ok)
        assert.doesNotMatch(
          picture.svg.replace('http://www.w3.org/2000/svg', ''),
          /https?:|javascript:|url\(/,
        );
    }
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        '\\',
        '{',
        '}',
        '^',
        '_',
        '&',
        '$',
        '#',
        '%',
        '~',
        '\\\\',
        '\\left',
        '\\right.',
        '(',
        '|',
        '\\sum',
        '\\frac',
        '\\sqrt',
      ],
      ...[
        '\\begin{cases}',
        '\\end{cases}',
        '\\text',
        '熵',
        '𝔼',
        'e\u0301',
        '\u0000',
        '\ud800',
        '__proto__',
        'x',
        '1',
        ' ',
        '\\hat',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const picture = pictureOf(pieces.join(''), { color: '#000' });
        if (picture.ok) elementsOf(picture.svg);
      }),
      { seed: 20240601, numRuns: 1500 },
    );
  });
});
