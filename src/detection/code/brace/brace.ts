import type { LRParser } from '@lezer/lr';
import { parser as cppParser } from '@lezer/cpp';
import { parser as javascriptParser } from '@lezer/javascript';
import { parser as rustParser } from '@lezer/rust';
import type { Mention } from '../../mention';
import { collectMentions } from '../collect';
import { libraryOf } from '../library/library';
import type { ExpressionMeanings } from '../meaning/meaning';
import { Resolver } from '../program/resolver';
import { readable } from '../readable';
import { cpp } from './cpp';
import { javascript } from './javascript';
import { readBraces, type Grammar } from './reader';
import { rust } from './rust';

interface Language {
  /** As the libraries' records name it. */
  readonly name: string;
  readonly parser: LRParser;
  readonly grammar: Grammar;
  /** What a document that uses one of the libraries cannot do without. */
  readonly needs: RegExp;
}

const typescript = javascriptParser.configure({ dialect: 'ts' });
const needsTensorFlow = /\btf(?:js)?\b|\bcompile\b|tensorflow/;

const languages: { readonly [languageId: string]: Language } = {
  javascript: {
    name: 'javascript',
    parser: javascriptParser.configure({ dialect: 'jsx' }),
    grammar: javascript,
    needs: needsTensorFlow,
  },
  javascriptreact: {
    name: 'javascript',
    parser: javascriptParser.configure({ dialect: 'jsx' }),
    grammar: javascript,
    needs: needsTensorFlow,
  },
  typescript: { name: 'javascript', parser: typescript, grammar: javascript, needs: needsTensorFlow },
  typescriptreact: {
    name: 'javascript',
    parser: javascriptParser.configure({ dialect: 'ts jsx' }),
    grammar: javascript,
    needs: needsTensorFlow,
  },
  cpp: { name: 'cpp', parser: cppParser, grammar: cpp, needs: /\btorch\b|\bnn::|\bF::/ },
  'cuda-cpp': { name: 'cpp', parser: cppParser, grammar: cpp, needs: /\btorch\b|\bnn::|\bF::/ },
  rust: { name: 'rust', parser: rustParser, grammar: rust, needs: /\bcandle|\bburn|\btch\b|\bloss::/ },
};

export function isBraceLanguage(languageId: string): boolean {
  return Object.hasOwn(languages, languageId);
}

/** The mentions of a document in a language whose blocks stand in braces, in no order. */
export function braceMentions(
  text: string,
  languageId: string,
  meanings: ExpressionMeanings,
  before: readonly string[] = [],
): readonly Mention[] {
  const language = languages[languageId]!;
  if (!language.needs.test(text)) return [];
  const library = libraryOf(language.name);
  const cells: Resolver[] = [];
  const read = (written: string): Resolver => {
    const source = readable(written);
    const program = readBraces(source, language.parser.parse(source), language.grammar);
    return new Resolver(program, { library, before: [...cells], module: () => undefined });
  };
  for (const cell of before) cells.push(read(cell));
  const resolver = read(text);
  const source = { text, toDocument: (offset: number) => offset };
  return collectMentions(resolver, source, meanings);
}
