import type { Locale } from '../base/text';
import { formulaOf } from '../catalog/catalog';
import { conventionLine } from '../catalog/frameworks/conventionLine';
import { symbolNamed } from '../catalog/frameworks/frameworks';
import type { Formula, ParameterValue } from '../catalog/formula';
import type { MathSpan } from '../detection/detector';
import type { Mention } from '../detection/mention';
import { unitOfBase } from '../evaluation/units';
import type { Recognition } from '../latex/recognition';
import { codeSpan, escapeMarkdown, image } from './markdown';
import { dataUri } from './pictures/dataUri';
import { pictureOf } from './pictures/picture';
import { hoverPlot } from './plots/hoverPlot';
import { hoverForeground, type ThemeKind } from './theme';
import { words } from './words';

/** A hover's Markdown and the range it belongs to. */
export interface HoverCard {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

/** How a card is to look and where its links lead. */
export interface HoverLook {
  readonly theme: ThemeKind;
  readonly plot: boolean;
  readonly links: { readonly evaluate: string; readonly open: string };
}

/** The workbench cuts a hover at 100,000 characters, in the middle of an image too; a card stays well below. */
const longestCard = 90_000;

/** Lines of one paragraph stand closer than paragraphs: a hover is not high. */
const lineBreak = '  \n';

/** A wider formula is scaled down: a hover is about this wide, in pixels. */
const widest = 600;

/** The card for a mention of a formula in code, configuration or prose. */
export function mentionCard(mention: Mention, look: HoverLook, locale: Locale): HoverCard | undefined {
  const record = formulaOf(mention.formula);
  if (record === undefined) return undefined;
  const parts = [
    title(record, mention, locale),
    formulaImage(
      `${record.tex.left} = ${rightSide(record, mention)}`,
      inWords(record, mention, locale),
      look,
      locale,
    ),
    [libraryLine(mention, locale), linkLine(look, locale)].filter((line) => line !== '').join(lineBreak),
    plotImage(record, paramsOf(mention), look, locale),
  ];
  return cardOf(parts, mention);
}

/** The card for a formula in a note: as written, named, with its bindings and faults. */
export function mathCard(
  span: MathSpan,
  recognition: Recognition,
  look: HoverLook,
  locale: Locale,
): HoverCard | undefined {
  const picture = formulaImage(span.tex, undefined, look, locale);
  if (picture === '') return undefined;
  const record = recognition.formula === null ? undefined : formulaOf(recognition.formula);
  const faults = recognition.faults.map((fault) => `⚠ ${escapeMarkdown(fault.message)}`);
  if (record === undefined) return cardOf([picture, `*${words.notRecognised[locale]}*`, ...faults], span);
  const parts = [
    meaningLine(record, recognition, locale),
    picture,
    [bindingLine(record, recognition, locale), ...faults, linkLine(look, locale)]
      .filter((line) => line !== '')
      .join(lineBreak),
  ];
  return cardOf(parts, span);
}

function cardOf(
  parts: readonly string[],
  range: { readonly start: number; readonly end: number },
): HoverCard {
  const markdown = parts.filter((part) => part !== '').reduce(joinWhileShort, '');
  return { markdown, start: range.start, end: range.end };
}

function joinWhileShort(card: string, part: string): string {
  if (card === '') return part;
  return card.length + part.length > longestCard ? card : `${card}\n\n${part}`;
}

function title(record: Formula, mention: Mention, locale: Locale): string {
  const name = `**${escapeMarkdown(record.names[locale][0])}**`;
  const symbol = mention.symbol === undefined ? '' : ` · ${codeSpan(mention.symbol)}`;
  const base =
    mention.derivedFrom === undefined
      ? ''
      : ` · ${words.derivedFrom[locale]} ${codeSpan(mention.derivedFrom)}`;
  return name + symbol + base;
}

/** The formula with the call's own parameters in it; without any, with its symbols. */
function rightSide(record: Formula, mention: Mention): string {
  const params = paramsOf(mention);
  return Object.keys(params).length > 0 ? (record.texWith?.(params) ?? record.tex.right) : record.tex.right;
}

/** The formula in words, with the numbers that the call puts into it. */
function inWords(record: Formula, mention: Mention, locale: Locale): string {
  const params = paramsOf(mention);
  const given = record.params
    .filter((parameter) => typeof params[parameter.name] === 'number')
    .map((parameter) => `${parameter.label[locale]} = ${String(params[parameter.name])}`);
  return [record.words[locale], ...given].join(', ');
}

/** What the call says, over what its library takes when it says nothing. */
function paramsOf(mention: Mention): { readonly [name: string]: ParameterValue } {
  return mention.params ?? {};
}

function libraryLine(mention: Mention, locale: Locale): string {
  const symbol = mention.symbol === undefined ? undefined : symbolNamed(mention.symbol);
  return symbol === undefined ? '' : escapeMarkdown(conventionLine(symbol, paramsOf(mention), locale));
}

function formulaImage(tex: string, inWords: string | undefined, look: HoverLook, locale: Locale): string {
  const picture = pictureOf(tex, {
    color: hoverForeground[look.theme],
    display: true,
    maxWidth: widest,
    locale,
    ...(inWords !== undefined && { alt: inWords }),
  });
  return picture.ok ? image(picture.alt, dataUri(picture.svg)) : '';
}

function plotImage(
  record: Formula,
  params: { readonly [name: string]: ParameterValue },
  look: HoverLook,
  locale: Locale,
): string {
  if (!look.plot || record.curve === undefined) return '';
  const svg = hoverPlot(record, params, look.theme, locale);
  if (svg === '') return '';
  return image(`${words.plotOf[locale]} ${record.names[locale][0]}`, dataUri(svg));
}

function meaningLine(record: Formula, recognition: Recognition, locale: Locale): string {
  const name = `**${escapeMarkdown(record.names[locale][0])}**`;
  const unit = record.unit === 'information' ? unitOfBase(recognition.base) : undefined;
  const inUnit = unit === undefined ? '' : ` · ${words.in[locale]} ${words[unit][locale]}`;
  const factor = recognition.factor ?? 1;
  return name + inUnit + (factor === 1 ? '' : ` · × ${factorText(factor)}`);
}

function factorText(factor: number): string {
  return String(Number(factor.toPrecision(6)));
}

/** "p ← p(x_i), q ← q(x_i)"; a slot that bears its own symbol needs no mention. */
function bindingLine(record: Formula, recognition: Recognition, locale: Locale): string {
  const pairs = record.slots
    .filter((slot) => recognition.bindings[slot.name] !== undefined)
    .map((slot) => `${slot.label[locale]} ← ${codeSpan(recognition.bindings[slot.name])}`);
  return pairs.join(', ');
}

function linkLine(look: HoverLook, locale: Locale): string {
  return `[${words.evaluate[locale]}](${look.links.evaluate}) · [${words.openCalculator[locale]}](${look.links.open})`;
}
