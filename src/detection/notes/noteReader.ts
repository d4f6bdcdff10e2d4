import type { Chunk } from '../markdown/chunks';
import { cutChunks } from '../markdown/chunks';
import { isMarkdown, readerOf } from './languages';
import type { PlacedSection } from './note';
import { Note } from './note';
import type { Section } from './section';
import { emptySection, readSection } from './section';

interface Remembered {
  readonly text: string;
  readonly languageId: string;
  readonly chunks: readonly Chunk[];
  readonly note: Note;
}

/** So many documents are kept with their sections. */
const documentsKept = 6;

/** Reads notes; sections that an edit left alone are not read again. */
export class NoteReader {
  private documents: readonly Remembered[] = [];
  private readonly sections = new WeakMap<Chunk, Section>();

  /** The note, or undefined for a language that is none. */
  read(text: string, languageId: string): Note | undefined {
    const known = this.documents.find((one) => one.languageId === languageId && one.text === text);
    if (known !== undefined) {
      return known.note;
    }
    const reader = readerOf(languageId);
    if (reader === undefined) {
      return undefined;
    }
    const earlier = this.earlier(text, languageId);
    const chunks = isMarkdown(languageId) ? cutChunks(text, earlier?.chunks) : [{ text, front: false }];
    let start = 0;
    const sections = chunks.map((chunk): PlacedSection => {
      let section = this.sections.get(chunk);
      if (section === undefined) {
        section = chunk.front ? emptySection(chunk.text) : readSection(chunk.text, reader(chunk.text));
        this.sections.set(chunk, section);
      }
      start += chunk.text.length;
      return { section, start: start - chunk.text.length };
    });
    const note = new Note(sections);
    const others = this.documents.filter((one) => one !== earlier);
    this.documents = [{ text, languageId, chunks, note }, ...others].slice(0, documentsKept);
    return note;
  }

  /** An earlier text of the same document: one that begins or ends alike. */
  private earlier(text: string, languageId: string): Remembered | undefined {
    const likeness = 200;
    const begin = text.slice(0, likeness);
    const end = text.slice(-likeness);
    return this.documents.find(
      (one) => one.languageId === languageId && (one.text.startsWith(begin) || one.text.endsWith(end)),
    );
  }
}
