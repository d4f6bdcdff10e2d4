import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { dataUri } from '../../../src/rendering/pictures/dataUri';
import { pictureOf } from '../../../src/rendering/pictures/picture';

function decoded(uri: string): string {
  const [head, body] = [uri.slice(0, uri.indexOf(',')), uri.slice(uri.indexOf(',') + 1)];
  return head.endsWith(';base64') ? Buffer.from(body, 'base64').toString('utf8') : decodeURIComponent(body);
}

describe('a data URI', () => {
  it('gives back the document it was made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        assert.equal(decoded(dataUri(text)), text);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('is the shorter of percent-encoding and base64', () => {
    assert.match(dataUri('<svg d="M0,0h5"/>'), /^data:image\/svg\+xml,/);
    assert.match(dataUri('熵'.repeat(300)), /^data:image\/svg\+xml;base64,/);
    assert.equal(decoded(dataUri('熵'.repeat(301))), '熵'.repeat(301));
  });

  it('turns a lone surrogate into U+FFFD', () => {
    assert.equal(decoded(dataUri('a\ud800b')), 'a\ufffdb');
  });

  it('stands in a Markdown image unharmed', () => {
    const picture = pictureOf(String.raw`\left(\text{a*b\_c [熵] }\right)\cdot(x)`, { color: '#fff' });
    assert.ok(picture.ok);
    const uri = dataUri(picture.svg);
    const markdown = new MarkdownIt();
    markdown.validateLink = () => true;
    const [image] = markdown.parseInline(`![alt](${uri})`, {})[0].children!;
    assert.equal(image.type, 'image');
    assert.equal(decodeURIComponent(image.attrGet('src')!), decodeURIComponent(uri));
    assert.doesNotMatch(uri, /[\s()<>"|\\`*&]/);
  });
});
