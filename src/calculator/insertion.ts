import type { Locale } from '../base/text';
import { formatNumber } from '../evaluation/digits';
import type { Outcome } from '../evaluation/outcome';
import type { CalculatorState } from './state';
import { recordOf } from './actions';
import { words } from './words';

/** What is put into the document or onto the clipboard. */
export type InsertionKind = 'value' | 'latex' | 'csv';

/** How the document that receives it writes displayed mathematics. */
export type InsertionTarget = 'markdown' | 'latex' | 'code';

/** The text to insert; "" when there is no result to speak of. */
export function insertionText(
  state: CalculatorState,
  outcome: Outcome,
  kind: InsertionKind,
  target: InsertionTarget,
  locale: Locale,
): string {
  if (!outcome.ok) return '';
  if (kind === 'csv') return csvOf(outcome.terms ?? []);
  if (kind === 'value') return valueText(outcome, target, locale);
  return displayed(stepsOf(state, outcome), target);
}

function valueText(outcome: Extract<Outcome, { ok: true }>, target: InsertionTarget, locale: Locale): string {
  const number = formatNumber(outcome.value);
  if (outcome.unit === undefined || target === 'code') return number;
  return `${number} ${words[outcome.unit][locale]}`;
}

/** The worked steps as one aligned chain: formula, numbers put in, result. */
function stepsOf(state: CalculatorState, outcome: Extract<Outcome, { ok: true }>): string {
  const steps = outcome.steps ?? [];
  if (steps.length === 0) return `${recordOf(state.formula).tex.left} = ${formatNumber(outcome.value)}`;
  return steps.join(' \\\\\n');
}

function displayed(tex: string, target: InsertionTarget): string {
  const body = tex.includes('\\\\') ? `\\begin{gathered}\n${tex}\n\\end{gathered}` : tex;
  if (target === 'markdown') return `$$\n${body}\n$$\n`;
  if (target === 'latex') return `\\[\n${body}\n\\]\n`;
  return body;
}

function csvOf(terms: ArrayLike<number>): string {
  return `index,term\n${Array.from(terms, (term, index) => `${index},${term}`).join('\n')}\n`;
}
