import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parseTex } from '../../src/latex/katexTree';
import { mend, sourceRange } from '../../src/latex/mend';

/** Trees as they were when the version of KaTeX was chosen: one line of TeX, one line of JSON. */
const golden = readFileSync(new URL('../fixtures/latex/trees.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n\n')
  .map((block) => block.split('\n') as [string, string]);

describe("KaTeX's parse tree", () => {
  for (const [tex, tree] of golden) {
    it(`is what it was for ${tex}`, () =>
      assert.deepEqual(JSON.parse(JSON.stringify(parseTex(tex))), JSON.parse(tree)));
  }

  it('takes an unknown command for an operator of that name', () => {
    const tree = parseTex(String.raw`\foo(x)`);
    assert.ok(tree.ok);
    assert.equal(tree.nodes[0]!.kind === 'operator' && tree.nodes[0].name, 'foo');
  });

  it('is a failure with a position where TeX cannot be read', () => {
    const tree = parseTex('a_b_c');
    assert.ok(!tree.ok);
    assert.equal(tree.position, 3);
  });
});

describe('Mending', () => {
  it('leads back to the source', () => {
    const source = String.raw`$H(X)=-\sum\_{i} p\_i ≜ ½$`;
    const mended = mend(source);
    for (const letter of ['H', 'X', 'p']) {
      const at = mended.text.indexOf(letter);
      assert.equal(source[sourceRange(mended, { start: at, end: at + 1 }).start], letter);
    }
    assert.ok(!mended.text.includes('$') && !mended.text.includes('\\_'));
  });

  it('knows mathematics in Unicode, entities and escapes of site generators', () => {
    assert.equal(mend('𝐼(𝑋;𝑌)').text, 'I(X;Y)');
    assert.equal(mend('a &lt; b').text, 'a < b');
    assert.equal(
      mend(String.raw`\begin{aligned}a\\\\b\end{aligned}`).text,
      String.raw`\begin{aligned}a\\b\end{aligned}`,
    );
    assert.equal(mend('（x）').text, '(x)');
  });
});
