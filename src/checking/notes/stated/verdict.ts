import type { Range } from '../../../base/range';
import type { Locale, Text } from '../../../base/text';
import type { Finding } from '../../finding';
import { agreement, likePrinted, shortNumber, type Printed } from './printed';
import { unitName } from './units';

/** A number that was recomputed and found right. */
export interface VerifiedNumber extends Range {
  readonly value: number;
  /** What to show beside it: `✓ 0.721928`. */
  readonly text: string;
}

/** A number that a document states, at its place. */
export interface StatedNumber extends Range {
  readonly printed: Printed;
  /** The base that its unit says. */
  readonly unitBase?: number;
  /** A unit that is none of information stands behind it: what it counts in is not known. */
  readonly otherUnit?: boolean;
}

/** A value that the stated number may be of; `base` is that of logarithms that leave it open. */
export interface Candidate {
  readonly value: number;
  readonly base?: number;
}

/** What a stated number is compared with. */
export interface Recomputed {
  /** Every value that its inputs and its reading allow, the likeliest first. */
  readonly candidates: readonly Candidate[];
  /** Values that rounded inputs would explain, and how far they may carry the likeliest ones. */
  readonly loose?: () => { readonly values: readonly number[]; readonly slack: number };
  /** Whether the inputs left no choice, so that a number that differs is wrong. */
  readonly certain: boolean;
  /** The base that the document works in, where the formula leaves it open. */
  readonly usualBase?: number;
}

export type Verdict =
  | { readonly kind: 'right'; readonly verified: VerifiedNumber }
  | { readonly kind: 'wrong'; readonly finding: Finding }
  | { readonly kind: 'open' };

const open: Verdict = { kind: 'open' };

/** Compares a stated number with what it should be. */
export function judge(stated: StatedNumber, recomputed: Recomputed, locale: Locale): Verdict {
  const { printed, unitBase } = stated;
  const { candidates } = recomputed;
  if (!candidates.some(({ value }) => Number.isFinite(value))) return open;
  const constrained = unitBase !== undefined && isInformation(candidates);
  const suits = constrained ? inUnit(candidates, unitBase) : candidates;
  const right = suits.find(({ value }) => agreement(printed, value) === 'rounded');
  if (right) return { kind: 'right', verified: verifiedAt(stated, right.value) };
  const certain = recomputed.certain && suits.length > 0 && stated.otherUnit !== true;
  return certain ? objection(stated, suits, recomputed, locale) : open;
}

/** What is wrong with a number that is none of the values that suit it. */
function objection(
  stated: StatedNumber,
  suits: readonly Candidate[],
  recomputed: Recomputed,
  locale: Locale,
): Verdict {
  const { printed } = stated;
  const cut = suits.find(({ value }) => agreement(printed, value) === 'cut');
  if (cut) return { kind: 'wrong', finding: cutOff(stated, cut.value, locale) };
  const other = recomputed.candidates.find(({ value }) => agreement(printed, value) === 'rounded');
  if (other?.base !== undefined) {
    return { kind: 'wrong', finding: inOtherUnit(stated, other.base, suits[0]!.value, locale) };
  }
  if (isExplained(printed, recomputed)) return open;
  return { kind: 'wrong', finding: different(stated, suits, recomputed.usualBase, locale) };
}

function inUnit(candidates: readonly Candidate[], unitBase: number): readonly Candidate[] {
  return candidates.filter(({ base }) => base === undefined || base === unitBase);
}

/** Whether the base only sets the unit: 1/ln 2, the number of bits in a nat, is no information. */
function isInformation(candidates: readonly Candidate[]): boolean {
  const natural = candidates.find(({ base }) => base === Math.E);
  return candidates.every(({ value, base }) => {
    if (base === undefined || !natural) return true;
    return Math.abs(value * Math.log(base) - natural.value) <= 1e-9 * Math.abs(natural.value);
  });
}

function isExplained(printed: Printed, { loose, candidates }: Recomputed): boolean {
  const rounded = loose?.();
  if (!rounded) return false;
  if (rounded.values.some((value) => agreement(printed, value) !== 'different')) return true;
  return candidates.some(({ value }) => Math.abs(value - printed.value) <= printed.half + rounded.slack);
}

function verifiedAt({ start, end }: Range, value: number): VerifiedNumber {
  return { start, end, value, text: `✓ ${shortNumber(value)}` };
}

// --- findings --------------------------------------------------------------------------------------------------------

function replacing(stated: StatedNumber, value: number, locale: Locale): Pick<Finding, 'fix'> {
  const newText = likePrinted(stated.printed, value);
  const vanishes = Number(newText) === 0 && value !== 0;
  if (!Number.isFinite(value) || vanishes) return {};
  const title: Text = { en: `Write ${newText}`, 'zh-cn': `改为 ${newText}` };
  return { fix: { title: title[locale], edits: [{ start: stated.start, end: stated.end, newText }] } };
}

function finding(
  stated: StatedNumber,
  code: string,
  severity: Finding['severity'],
  message: Text,
  locale: Locale,
): Finding {
  const { start, end } = stated;
  return { code, severity, start, end, message: message[locale], source: 'Lossary' };
}

function different(
  stated: StatedNumber,
  candidates: readonly Candidate[],
  usualBase: number | undefined,
  locale: Locale,
): Finding {
  const { digits, scale } = stated.printed;
  const shown = scale === 0.01 ? `${digits}%` : digits;
  const values = distinct(candidates);
  const chosen =
    values.length === 1 ? values[0] : values.find(({ base }) => base === (stated.unitBase ?? usualBase));
  const expected = (chosen ? [chosen] : values).map((one) => valueInWords(one, scale, locale));
  const message: Text = {
    en: `${shown} does not follow from the numbers given: it is ${expected.join(' or ')}.`,
    'zh-cn': `由给出的数得不到 ${shown}：应为 ${expected.join(' 或 ')}。`,
  };
  return {
    ...finding(stated, 'stated-number', 'warning', message, locale),
    ...(chosen ? replacing(stated, chosen.value, locale) : {}),
  };
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ value }, k) => candidates.findIndex((one) => isNear(one.value, value)) === k);
}

function isNear(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-12 * Math.abs(b);
}

function valueInWords({ value, base }: Candidate, scale: number, locale: Locale): string {
  const number = scale === 0.01 ? `${shortNumber(value * 100)}%` : shortNumber(value);
  return base === undefined ? number : `${number} ${unitName(base, locale)}`;
}

function cutOff(stated: StatedNumber, value: number, locale: Locale): Finding {
  const { digits } = stated.printed;
  const message: Text = {
    en: `${digits} is cut off: rounded, it is ${likePrinted(stated.printed, value)}.`,
    'zh-cn': `${digits} 被截断：四舍五入应为 ${likePrinted(stated.printed, value)}。`,
  };
  return {
    ...finding(stated, 'stated-number-cut', 'hint', message, locale),
    ...replacing(stated, value, locale),
  };
}

function inOtherUnit(stated: StatedNumber, base: number, value: number, locale: Locale): Finding {
  const { printed, unitBase } = stated;
  const [actual, said] = [unitName(base, locale), unitName(unitBase!, locale)];
  const message: Text = {
    en: `${printed.digits} is the value in ${actual}; in ${said} it is ${shortNumber(value)}.`,
    'zh-cn': `${printed.digits} 是以${actual}为单位的值；以${said}为单位时为 ${shortNumber(value)}。`,
  };
  return {
    ...finding(stated, 'log-base-mixed', 'warning', message, locale),
    ...replacing(stated, value, locale),
  };
}
