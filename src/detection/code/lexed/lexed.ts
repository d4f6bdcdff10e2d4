import type { Mention } from '../../mention';
import { collectMentions } from '../collect';
import { libraryOf } from '../library/library';
import type { ExpressionMeanings } from '../meaning/meaning';
import { Resolver } from '../program/resolver';
import { readable } from '../readable';
import { juliaHabits, matlabHabits, rHabits } from './habits';
import { LexedReader, type Habits } from './reader';
import { julia, matlab, r, tokenize, type Lexicon } from './tokens';

interface Language {
  readonly name: string;
  readonly lexicon: Lexicon;
  readonly habits: Habits;
}

const juliaLanguage: Language = { name: 'julia', lexicon: julia, habits: juliaHabits };
const rLanguage: Language = { name: 'r', lexicon: r, habits: rHabits };

const languages: { readonly [languageId: string]: Language } = {
  julia: juliaLanguage,
  r: rLanguage,
  rmd: rLanguage,
  matlab: { name: 'matlab', lexicon: matlab, habits: matlabHabits },
};

export function isLexedLanguage(languageId: string): boolean {
  return Object.hasOwn(languages, languageId);
}

/** The mentions of a document in a language for which there is no grammar, in no order. */
export function lexedMentions(
  text: string,
  languageId: string,
  meanings: ExpressionMeanings,
  before: readonly string[] = [],
): readonly Mention[] {
  const { name, lexicon, habits } = languages[languageId]!;
  const library = libraryOf(name);
  const cells: Resolver[] = [];
  const read = (source: string): Resolver => {
    const program = new LexedReader(tokenize(readable(source), lexicon), habits).read();
    return new Resolver(program, { library, before: [...cells], module: () => undefined });
  };
  for (const cell of before) cells.push(read(cell));
  return collectMentions(read(text), { text, toDocument: (offset) => offset }, meanings);
}
