import type { Result } from '../../base/result';
import { readFormula, type FormulaText } from '../../latex/formulaText';

/** So many formulas are kept: every check of a note asks for them, and an edit leaves most of them as they are. */
const formulasKept = 5_000;

type Macros = Parameters<typeof readFormula>[1];

/** Reads formulas and remembers them. */
export class FormulaReader {
  private readonly known = new Map<string, Result<FormulaText>>();
  private macros = '';

  /** A reader of one note's formulas, by its macros. */
  with(macros: NonNullable<Macros>): (tex: string) => Result<FormulaText> {
    const spelled = JSON.stringify(Object.entries(macros));
    if (spelled !== this.macros) {
      this.known.clear();
      this.macros = spelled;
    }
    return (tex) => {
      let text = this.known.get(tex);
      if (text === undefined) {
        if (this.known.size >= formulasKept) this.known.clear();
        text = readFormula(tex, macros);
        this.known.set(tex, text);
      }
      return text;
    };
  }
}
