import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { codeMentionAt, codeMentions } from '../../../src/detection/code/code';
import type { Mention } from '../../../src/detection/mention';
import { documentCases, type DocumentCase, type ExpectedMention } from './documents';

function optionsOf({ before, modules }: DocumentCase): Parameters<typeof codeMentions>[2] {
  return { before, module: (name) => modules.get(name) };
}

/** A mention in the form of the fixtures; fields that the fixture leaves out stay out. */
function written(mention: Mention, expected: ExpectedMention | undefined): ExpectedMention {
  const params = mention.params ? JSON.stringify(mention.params) : '{}';
  return {
    text: mention.text.replace(/\s+/g, ' '),
    formula: mention.formula,
    symbol: expected?.symbol === '' ? '' : (mention.symbol ?? '-'),
    params: expected?.params === '' ? '' : params,
    kind: expected?.kind === '' ? '' : mention.kind,
  };
}

for (const [file, cases] of documentCases())
  describe(`documents of ${file}`, () => {
    for (const document of cases) {
      it(document.title, () => {
        const mentions = codeMentions(document.text, document.languageId, optionsOf(document));
        const found = mentions.map((mention, i) => written(mention, document.mentions[i]));
        assert.deepEqual(found, document.mentions);
      });

      it(`${document.title}: ranges are in order and hold the text`, () => {
        let end = 0;
        for (const mention of codeMentions(document.text, document.languageId, optionsOf(document))) {
          assert.ok(mention.start >= end && mention.end > mention.start);
          assert.equal(mention.text, document.text.slice(mention.start, mention.end));
          assert.ok(mention.confidence > 0 && mention.confidence <= 1);
          end = mention.end;
        }
      });

      it(`${document.title}: asked at each mention, the same is found`, () => {
        for (const mention of codeMentions(document.text, document.languageId, optionsOf(document)))
          assert.deepEqual(
            codeMentionAt(document.text, document.languageId, mention.start + 1, optionsOf(document)),
            mention,
          );
      });
    }
  });
