import type { PlotColors } from './colors';
import type { Axis, PlotBar, PlotLabel, PlotLine, PlotPath, PlotPoint, PlotScene } from './scene';

const systemFonts =
  "system-ui,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";

/** Size of letters in a scene, in pixels. */
export const letterSize = 11;

/** A scene as a self-contained SVG document with the colours baked in. It is as sharp in an `<img>` as in a page. */
export function sceneToSvg(scene: PlotScene, colors: PlotColors): string {
  const { width, height } = scene;
  return (
    `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}' viewBox='0 0 ${width} ${height}' ` +
    `role='img' aria-label='${escapeXml(scene.alt)}' font-family="${systemFonts}" font-size='${letterSize}' fill='none'>` +
    axisMarkup(scene, colors) +
    scene.bars.map((bar) => barMarkup(bar, colors)).join('') +
    scene.lines.map((line) => lineMarkup(line, colors)).join('') +
    pathsMarkup(scene, colors) +
    scene.points.map((point) => pointMarkup(point, colors)).join('') +
    scene.labels.map((label) => labelMarkup(label, colors)).join('') +
    '</svg>'
  );
}

function axisMarkup({ x, y, area }: PlotScene, colors: PlotColors): string {
  const parts: string[] = [];
  const grid = (d: string, value: number): string =>
    `<path d='${d}' stroke='${value === 0 ? colors.muted : colors.grid}'/>`;
  for (const tick of y?.ticks ?? []) {
    parts.push(grid(`M${area.left} ${crisp(tick.position)}H${area.right}`, tick.value));
    const place = { x: area.left - 6, y: tick.position + 4, anchor: 'end', color: 'muted' } as const;
    parts.push(labelMarkup({ ...place, text: tick.label }, colors));
  }
  for (const tick of x?.ticks ?? []) {
    parts.push(grid(`M${crisp(tick.position)} ${area.top}V${area.bottom}`, tick.value));
    const place = { x: tick.position, y: area.bottom + 14, anchor: 'middle', color: 'muted' } as const;
    parts.push(labelMarkup({ ...place, text: tick.label }, colors));
  }
  if (x) parts.push(axisName(x, (area.left + area.right) / 2, area.bottom + 29, 'middle', colors));
  if (y) parts.push(axisName(y, area.left, area.top - 8, 'start', colors));
  return parts.join('');
}

function axisName(axis: Axis, x: number, y: number, anchor: PlotLabel['anchor'], colors: PlotColors): string {
  return axis.label === ''
    ? ''
    : labelMarkup({ x, y, anchor, text: axis.label, color: 'foreground' }, colors);
}

function barMarkup(bar: PlotBar, colors: PlotColors): string {
  const color = colors[bar.color];
  const inset = bar.outlined ? 0.75 : 0;
  const width = Math.max(0, bar.width - 2 * inset);
  const height = Math.max(0, bar.height - 2 * inset);
  const paint = bar.outlined
    ? `fill='${color}' fill-opacity='.22' stroke='${color}' stroke-width='1.5'`
    : `fill='${color}'`;
  const place = `x='${round(bar.x + inset)}' y='${round(bar.y + inset)}' width='${round(width)}' height='${round(height)}'`;
  return titled('rect', `${place} ${paint}`, bar.title);
}

function lineMarkup({ x1, y1, x2, y2, color, width = 1, dash }: PlotLine, colors: PlotColors): string {
  // A line of one pixel is sharp when its middle lies on a pixel's.
  const at = x1 === x2 || y1 === y2 ? crisp : round;
  const d =
    x1 === x2 ? `M${at(x1)} ${round(y1)}V${round(y2)}` : `M${round(x1)} ${at(y1)}L${round(x2)} ${at(y2)}`;
  return `<path d='${d}' ${strokeOf(colors[color], width, dash)}/>`;
}

// A nested document clips at its edges without an id, of which two drawings in one page could have the same.
function pathsMarkup({ paths, area }: PlotScene, colors: PlotColors): string {
  if (paths.length === 0) return '';
  const slack = 2;
  const box = [
    area.left,
    area.top - slack,
    area.right - area.left,
    area.bottom - area.top + 2 * slack,
  ] as const;
  const place = `x='${box[0]}' y='${box[1]}' width='${box[2]}' height='${box[3]}' viewBox='${box.join(' ')}'`;
  return `<svg ${place}>${paths.map((path) => pathMarkup(path, colors)).join('')}</svg>`;
}

function pathMarkup({ d, color, width = 2, dash }: PlotPath, colors: PlotColors): string {
  return `<path d='${d}' stroke-linejoin='round' ${strokeOf(colors[color], width, dash)}/>`;
}

function pointMarkup({ x, y, color, radius = 3, hollow, title }: PlotPoint, colors: PlotColors): string {
  const paint = hollow
    ? `fill='${colors.background}' stroke='${colors[color]}' stroke-width='1.5'`
    : `fill='${colors[color]}'`;
  return titled('circle', `cx='${round(x)}' cy='${round(y)}' r='${radius}' ${paint}`, title);
}

function labelMarkup({ x, y, text, color, anchor, size, bold }: PlotLabel, colors: PlotColors): string {
  const at = `x='${round(x)}' y='${round(y)}' fill='${colors[color]}'`;
  const aligned = anchor === 'start' ? '' : ` text-anchor='${anchor}'`;
  const sized = size === undefined ? '' : ` font-size='${size}'`;
  return `<text ${at}${aligned}${sized}${bold ? " font-weight='600'" : ''}>${escapeXml(text)}</text>`;
}

function strokeOf(color: string, width: number, dash: string | undefined): string {
  return `stroke='${color}' stroke-width='${width}'${dash === undefined ? '' : ` stroke-dasharray='${dash}'`}`;
}

function titled(element: string, attributes: string, title: string | undefined): string {
  return title === undefined
    ? `<${element} ${attributes}/>`
    : `<${element} ${attributes}><title>${escapeXml(title)}</title></${element}>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function crisp(value: number): number {
  return Math.floor(value) + 0.5;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&'"]/g, (char) => `&#${char.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cs}]/gu, ' ');
}
