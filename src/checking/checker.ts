import { overlaps } from '../base/range';
import type { Locale } from '../base/text';
import { NoteReader } from '../detection/notes/noteReader';
import type { Evaluator } from '../evaluation/evaluator';
import type { Recogniser } from '../latex/recognise';
import type { Finding } from './finding';
import { FormulaReader } from './notes/formulaReader';
import { checkIdentities } from './notes/identities';
import { withoutIgnored } from './notes/ignoring';
import { checkNamedFormulas } from './notes/namedFormulas';
import type { NoteContext } from './notes/noteContext';
import { Passages } from './notes/passages';
import type { ArraysReader } from './notes/stated/inputs';
import { checkProseNumbers } from './notes/stated/proseNumbers';
import { checkFormulaNumbers } from './notes/stated/statedNumbers';
import type { VerifiedNumber } from './notes/stated/verdict';

/** What a document is checked with. */
export interface CheckerDependencies {
  readonly locale: Locale;
  readonly recogniser: Recogniser;
  readonly evaluator: Pick<Evaluator, 'evaluate'>;
  /** The arrays that stand in a text. */
  readonly readArrays: ArraysReader;
}

export interface CheckOptions {
  /** Codes of findings that are not wanted. */
  readonly disabled?: readonly string[];
}

/** Finds what is wrong in documents. */
export interface Checker {
  /** The findings of a document, by their start; none for a language that is not checked. Never throws. */
  check(text: string, languageId: string, options?: CheckOptions): readonly Finding[];
  /** The stated numbers of a note that were recomputed and found right, by their start. */
  verifiedNumbers(text: string, languageId: string): readonly VerifiedNumber[];
}

interface Checked {
  readonly findings: readonly Finding[];
  readonly verified: readonly VerifiedNumber[];
}

/** So many documents' answers are kept: findings and verified numbers are asked for one after the other. */
const answersKept = 4;

export function createChecker(dependencies: CheckerDependencies): Checker {
  const notes = new NoteReader();
  const formulas = new FormulaReader();
  let answers: readonly { text: string; languageId: string; checked: Checked }[] = [];

  const checked = (text: string, languageId: string): Checked => {
    const known = answers.find((answer) => answer.languageId === languageId && answer.text === text);
    if (known) return known.checked;
    const note = notes.read(text, languageId);
    const spans = note?.sections.flatMap((section) => note.spansOf(section)) ?? [];
    const names = note?.sections.flatMap((section) => note.namesOf(section)) ?? [];
    const answer = note
      ? checkNote({
          ...dependencies,
          text,
          languageId,
          note,
          spans,
          names,
          passages: new Passages(text),
          read: formulas.with(note.macros),
        })
      : { findings: [], verified: [] };
    answers = [{ text, languageId, checked: answer }, ...answers].slice(0, answersKept);
    return answer;
  };

  return {
    check: (text, languageId, { disabled = [] } = {}) =>
      checked(text, languageId).findings.filter(({ code }) => !disabled.includes(code)),
    verifiedNumbers: (text, languageId) => checked(text, languageId).verified,
  };
}

function checkNote(context: NoteContext): Checked {
  const inFormulas = checkFormulaNumbers(context);
  const inProse = checkProseNumbers(context);
  const formulas = checkNamedFormulas(context);
  const identities = checkIdentities(context).filter(
    (one) => !formulas.some((other) => overlaps(one, other)),
  );
  const findings = [...inFormulas.findings, ...inProse.findings, ...formulas, ...identities].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  return {
    findings: withoutIgnored(findings, context.text),
    verified: [...inFormulas.verified, ...inProse.verified].sort((a, b) => a.start - b.start),
  };
}

export type { VerifiedNumber };
