import type { Glyph } from './glyphs';
import type { Item, Sheet } from './sheet';

/** Where a drawing ends and how large it is shown. Lengths of the box are in em, `unit` is pixels per em. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  readonly color: string;
}

type Of<Kind extends Item['kind']> = Extract<Item, { readonly kind: Kind }>;

/** Units of the viewBox per em: those of the outlines, so that these go in unchanged. */
const perEm = 1000;

/** Fonts of the usual systems for letters without outlines; a picture cannot load any. */
const systemFonts =
  "system-ui,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";

/** The sheet as a self-contained SVG document; attributes stand in single quotes, which URIs need not escape. */
export function svgOf(sheet: Sheet, frame: Frame): string {
  const shared = sharedGlyphs(sheet);
  const defs = [...shared].map(([glyph, id]) => `<path id='${id}' d='M0,0${glyph.path}'/>`).join('');
  return (
    `<svg xmlns='http://www.w3.org/2000/svg' width='${round2(frame.width * frame.unit)}' ` +
    `height='${round2(frame.height * frame.unit)}' viewBox='${units(frame.left)} ${units(frame.top)} ` +
    `${units(frame.width)} ${units(frame.height)}' ${colorOf(frame.color)}>` +
    (defs === '' ? '' : `<defs>${defs}</defs>`) +
    body(sheet, shared) +
    '</svg>'
  );
}

function body(sheet: Sheet, shared: ReadonlyMap<Glyph, string>): string {
  let backgrounds = '';
  let rest = '';
  const layers = new Map<string, Layer>();
  for (const item of sheet.items) {
    if (item.kind === 'glyph') layerOf(layers, item.size, item.color).glyph(item, shared.get(item.glyph));
    else if (item.kind === 'rule') layerOf(layers, 1, item.color).rule(item);
    else if (item.kind === 'background') backgrounds += backgroundMarkup(item);
    else rest += otherMarkup(item);
  }
  return backgrounds + [...layers.values()].map((layer) => layer.markup()).join('') + rest;
}

// A glyph that comes back is written once and referred to, when that is shorter than repeating its outline.
function sharedGlyphs(sheet: Sheet): Map<Glyph, string> {
  const counts = new Map<Glyph, number>();
  for (const item of sheet.items) {
    if (item.kind === 'glyph') counts.set(item.glyph, (counts.get(item.glyph) ?? 0) + 1);
  }
  const costOfDefinition = "<path id='a' d='M0,0'/>".length;
  const costOfUse = "<use href='#a' x='1000' y='-100'/>".length;
  const shared = new Map<Glyph, string>();
  for (const [glyph, count] of counts) {
    const repeated = count * (glyph.path.length + 'M1000,-100'.length);
    const referred = costOfDefinition + glyph.path.length + count * costOfUse;
    if (referred < repeated) shared.set(glyph, `g${shared.size.toString(36)}`);
  }
  return shared;
}

/** All glyphs and bars of one size and colour: one path, and references to shared outlines. */
class Layer {
  #path = '';
  #uses = '';

  constructor(
    private readonly size: number,
    private readonly color: string | undefined,
  ) {}

  glyph(item: Of<'glyph'>, id: string | undefined): void {
    const x = units(item.x / this.size);
    const y = units(item.y / this.size);
    if (id === undefined) this.#path += `M${x},${y}${item.glyph.path}`;
    else this.#uses += `<use href='#${id}' x='${x}' y='${y}'/>`;
  }

  rule({ x, y, width, height }: Of<'rule'>): void {
    const w = units(width);
    this.#path += `M${units(x)},${units(y)}h${w}v${units(height)}h${-w}z`;
  }

  markup(): string {
    const path = this.#path === '' ? '' : `<path d='${this.#path}'/>`;
    const content = path + this.#uses;
    const fill = fillOf(this.color);
    const transform = this.size === 1 ? '' : ` transform='scale(${round4(this.size)})'`;
    return fill + transform === '' ? content : `<g${transform}${fill}>${content}</g>`;
  }
}

function layerOf(layers: Map<string, Layer>, size: number, color: string | undefined): Layer {
  const key = `${size.toFixed(4)} ${color ?? ''}`;
  let layer = layers.get(key);
  if (!layer) {
    layer = new Layer(size, color);
    layers.set(key, layer);
  }
  return layer;
}

function backgroundMarkup(item: Of<'background'>): string {
  return `<rect ${box(item)}${fillOf(item.color)}/>`;
}

function otherMarkup(item: Exclude<Item, Of<'glyph' | 'rule' | 'background'>>): string {
  switch (item.kind) {
    case 'text':
      return textMarkup(item);
    case 'drawing':
      return drawingMarkup(item);
    case 'stroke':
      return strokeMarkup(item);
    case 'dashes':
      return dashesMarkup(item);
  }
}

function textMarkup(item: Of<'text'>): string {
  const style = (item.bold ? " font-weight='bold'" : '') + (item.italic ? " font-style='italic'" : '');
  return (
    `<text x='${units(item.x)}' y='${units(item.y)}' font-size='${units(item.size)}' ` +
    `textLength='${units(item.width)}' lengthAdjust='spacingAndGlyphs' ` +
    `font-family="${systemFonts}"${style}${fillOf(item.color)}>${escapeXml(item.text)}</text>`
  );
}

function drawingMarkup(item: Of<'drawing'>): string {
  const aspect = item.preserveAspectRatio;
  return (
    `<svg ${box(item)} viewBox='${item.viewBox}'` +
    (aspect === undefined ? '' : ` preserveAspectRatio='${aspect}'`) +
    `${fillOf(item.color)}><path d='${item.path.replace(/\s+/g, ' ').trim()}'/></svg>`
  );
}

function strokeMarkup({ x, y, width, height, rising, thickness, color }: Of<'stroke'>): string {
  const from = rising ? y + height : y;
  const slope = rising ? -height : height;
  return (
    `<path d='M${units(x)},${units(from)}l${units(width)},${units(slope)}' ` +
    `stroke='${strokeOf(color)}' stroke-width='${units(thickness)}'/>`
  );
}

function dashesMarkup({ x, y, width, height, upright, color }: Of<'dashes'>): string {
  const thickness = upright ? width : height;
  const path = upright
    ? `M${units(x + width / 2)},${units(y)}v${units(height)}`
    : `M${units(x)},${units(y + height / 2)}h${units(width)}`;
  const dash = units(3 * thickness);
  return (
    `<path d='${path}' stroke='${strokeOf(color)}' stroke-width='${units(thickness)}' ` +
    `stroke-dasharray='${dash},${dash}'/>`
  );
}

function box({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  return `x='${units(x)}' y='${units(y)}' width='${units(width)}' height='${units(height)}'`;
}

function fillOf(color: string | undefined): string {
  return color === undefined ? '' : ` fill='${escapeXml(color)}'`;
}

/** The picture's own colour, for what is filled and, as `currentColor`, for what is stroked. */
function colorOf(color: string): string {
  return `fill='${escapeXml(color)}' color='${escapeXml(color)}'`;
}

function strokeOf(color: string | undefined): string {
  return color === undefined ? 'currentColor' : escapeXml(color);
}

function units(length: number): number {
  return Math.round(length * perEm);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Text that may stand in XML and in attributes; what XML forbids becomes a space. */
export function escapeXml(text: string): string {
  return text.replace(/[<>&'"]/g, (char) => entities[char]).replace(forbidden, ' ');
}

const entities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&#39;',
  '"': '&quot;',
};

const forbidden = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
