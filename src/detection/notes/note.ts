import { formulaOf } from '../../catalog/catalog';
import type { FormulaId } from '../../catalog/ids';
import type { MathSpan } from '../detector';
import { clearAbbreviations, rivals } from '../prose/lookAlikes';
import type { MathCandidate } from './parts';
import type { PlacedName, Section } from './section';

/** A name that was accepted, at its place in the document. */
export interface AcceptedName {
  readonly formula: FormulaId;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly heading: boolean;
}

/** A section at its place in the document. */
export interface PlacedSection {
  readonly section: Section;
  readonly start: number;
}

/** How sure a name is of itself, by the way in which it was accepted. */
const confidences = { sure: 0.95, common: 0.8, uncertain: 0.7, abbreviation: 0.8 } as const;

/** Names that are also words of daily life or of other fields. */
const commonWords = new Set(['entropy', 'perplexity', '熵', '困 惑 度', 'surprisal']);

const rivalsByKey: ReadonlyMap<string, (typeof rivals)[number]> = new Map(
  rivals.map((rival) => [rival.key, rival]),
);

/** A note whose sections were read: what depends on the whole document is decided here. */
export class Note {
  private readonly sure: ReadonlySet<FormulaId>;
  private readonly rivalling = new Map<string, boolean>();
  private readonly brackets = new Map<string, { math: number; prose: number }>();
  readonly macros: { readonly [name: string]: string };

  constructor(readonly sections: readonly PlacedSection[]) {
    const sure = new Set<FormulaId>();
    const macros: { [name: string]: string } = Object.create(null) as { [name: string]: string };
    for (const { section } of sections) {
      section.sure.forEach((formula) => sure.add(formula));
      for (const [name, body] of section.macros) {
        macros[name] = body;
      }
      this.countBrackets(section.parts.math);
    }
    this.sure = sure;
    this.macros = macros;
  }

  private countBrackets(candidates: readonly MathCandidate[]): void {
    for (const { bracket } of candidates) {
      if (bracket !== undefined && bracket.content !== 'unclear') {
        const count = this.brackets.get(bracket.kind) ?? { math: 0, prose: 0 };
        count[bracket.content]++;
        this.brackets.set(bracket.kind, count);
      }
    }
  }

  /** The mathematics of a section; offsets count in the document. */
  spansOf({ section, start }: PlacedSection): MathSpan[] {
    return section.parts.math
      .filter((candidate) => this.isMath(candidate))
      .map(({ start: from, end, tex, texStart, display }) => ({
        start: start + from,
        end: start + end,
        tex,
        texStart: start + texStart,
        display,
      }));
  }

  /** Whether `\(…\)` is mathematics here: escaped brackets of prose look the same, so the document's majority decides. */
  private isMath({ bracket }: MathCandidate): boolean {
    if (bracket === undefined || bracket.content === 'math') {
      return true;
    }
    const count = this.brackets.get(bracket.kind) ?? { math: 0, prose: 0 };
    return bracket.content === 'unclear' && (count.prose === 0 || count.math >= count.prose);
  }

  /** The names of a section that mean a formula in this document. */
  namesOf({ section, start }: PlacedSection): AcceptedName[] {
    return section.names.flatMap((name) => {
      const confidence = this.confidence(name, section);
      if (confidence === undefined) {
        return [];
      }
      const { formula, block } = name;
      return [
        { formula, start: start + name.start, end: start + name.end, confidence, heading: block.heading },
      ];
    });
  }

  private confidence(name: PlacedName, section: Section): number | undefined {
    switch (name.strength) {
      case 'sure':
        if (this.hasRivalIn(name, section)) {
          return undefined;
        }
        return commonWords.has(name.key) ? confidences.common : confidences.sure;
      case 'uncertain':
        return this.sure.has(name.formula) ? confidences.uncertain : undefined;
      case 'abbreviation':
        return this.isMeant(name, section) ? confidences.abbreviation : undefined;
      default:
        return undefined;
    }
  }

  /** A rival meaning in the same block: the perplexity of t-SNE. */
  private hasRivalIn(name: PlacedName, section: Section): boolean {
    const rival = rivalsByKey.get(name.key);
    return rival !== undefined && rival.words.test(section.text.slice(name.block.start, name.block.end));
  }

  private isMeant(name: PlacedName, section: Section): boolean {
    if (clearAbbreviations.has(name.key)) {
      return true;
    }
    return !this.hasRival(name.key) && (this.sure.has(name.formula) || this.hasCompany(name, section));
  }

  /** Whether the document has words that give the short form another meaning. */
  private hasRival(key: string): boolean {
    const rival = rivalsByKey.get(key);
    if (rival === undefined) {
      return false;
    }
    let found = this.rivalling.get(key);
    if (found === undefined) {
      found = this.sections.some(({ section }) => rival.words.test(section.text));
      this.rivalling.set(key, found);
    }
    return found;
  }

  /** Another error measure named in the same block: "MAE and RMSE". */
  private hasCompany(name: PlacedName, section: Section): boolean {
    const { family } = formulaOf(name.formula)!;
    return (
      family === 'regression' &&
      section.names.some(
        (other) =>
          other.block === name.block &&
          other.formula !== name.formula &&
          (clearAbbreviations.has(other.key) || other.strength === 'sure') &&
          formulaOf(other.formula)!.family === 'regression',
      )
    );
  }
}
