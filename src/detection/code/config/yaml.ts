import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/yaml';
import type { LiteralTerm, Term } from '../program/term';
import { childrenOf } from '../program/tree';

const deepest = 100;

/** The values of a YAML document, as terms. */
export function readYaml(text: string): readonly Term[] {
  return childrenOf(parser.parse(text).topNode).flatMap((document) =>
    childrenOf(document).map((node) => readNode(text, node, 0)),
  );
}

function readNode(text: string, node: SyntaxNode, depth: number): Term {
  const place = { start: node.from, end: node.to };
  if (depth > deepest) return { kind: 'other', parts: [], ...place };
  switch (node.name) {
    case 'BlockMapping':
    case 'FlowMapping':
      return { kind: 'dictionary', entries: readPairs(text, node, depth), ...place };
    case 'BlockSequence':
    case 'FlowSequence':
      return {
        kind: 'list',
        items: node.getChildren('Item').flatMap((item) => {
          const value = item.lastChild;
          return value ? [readNode(text, value, depth + 1)] : [];
        }),
        ...place,
      };
    case 'Literal':
    case 'QuotedLiteral':
      return readScalar(text, node);
    default:
      return {
        kind: 'other',
        parts: childrenOf(node).map((child) => readNode(text, child, depth + 1)),
        ...place,
      };
  }
}

function readPairs(
  text: string,
  node: SyntaxNode,
  depth: number,
): readonly { readonly key: Term; readonly value: Term }[] {
  return node.getChildren('Pair').flatMap((pair) => {
    const key = pair.getChild('Key')?.firstChild;
    const value = pair.lastChild;
    if (!key || !value || value.name === 'Key' || value.name === ':') return [];
    return [{ key: readScalar(text, key), value: readNode(text, value, depth + 1) }];
  });
}

function readScalar(text: string, node: SyntaxNode): LiteralTerm {
  const source = text.slice(node.from, node.to);
  const isQuoted = node.name === 'QuotedLiteral' && source.length >= 2;
  if (isQuoted)
    return { kind: 'literal', value: source.slice(1, -1), start: node.from + 1, end: node.to - 1 };
  return { kind: 'literal', value: plainValue(source), start: node.from, end: node.to };
}

const words: { readonly [word: string]: boolean | null } = {
  true: true,
  false: false,
  null: null,
  '~': null,
};

/** A value without quotes: a number, a truth value, or text. */
export function plainValue(source: string): LiteralTerm['value'] {
  const word = source.toLowerCase();
  if (Object.hasOwn(words, word)) return words[word]!;
  return /^[-+]?(?:\d|\.\d)/.test(source) && !Number.isNaN(Number(source)) ? Number(source) : source;
}
