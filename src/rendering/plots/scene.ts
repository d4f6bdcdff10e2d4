/** What a colour is for; a theme's `PlotColors` say which it is. */
export type ColorRole =
  'foreground' | 'muted' | 'grid' | 'background' | 'blue' | 'orange' | 'green' | 'red' | 'purple' | 'yellow';

/** A mark on an axis: the number and where it stands, in pixels of the scene. */
export interface Tick {
  readonly value: number;
  readonly position: number;
  readonly label: string;
}

/** A linear axis: numbers `domain` stand at pixels `range`. */
export interface Axis {
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  readonly ticks: readonly Tick[];
}

/** A straight line. */
export interface PlotLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly color: ColorRole;
  readonly width?: number;
  readonly dash?: string;
}

/** An SVG path, cut off at the plotting area. `series` names what it shows. */
export interface PlotPath {
  readonly d: string;
  readonly color: ColorRole;
  readonly width?: number;
  readonly dash?: string;
  readonly series?: string;
}

/** A dot at a number; `title` says which. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  readonly color: ColorRole;
  readonly radius?: number;
  readonly hollow?: boolean;
  readonly title?: string;
}

/** A rectangle. An outlined one differs from a filled one without its colour. */
export interface PlotBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: ColorRole;
  readonly outlined?: boolean;
  readonly title?: string;
}

export interface PlotLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly color: ColorRole;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly bold?: boolean;
}

/** The part of a scene within which its curves are drawn. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * A drawing as plain data, in pixels with y downwards. Lists are drawn in the order in which they stand here, so that
 * labels lie on top.
 */
export interface PlotScene {
  readonly kind:
    'loss' | 'family' | 'distribution' | 'histogram' | 'information' | 'binary-entropy' | 'code-tree';
  readonly width: number;
  readonly height: number;
  /** The drawing in words. */
  readonly alt: string;
  readonly area: Area;
  readonly x?: Axis;
  readonly y?: Axis;
  readonly bars: readonly PlotBar[];
  readonly lines: readonly PlotLine[];
  readonly paths: readonly PlotPath[];
  readonly points: readonly PlotPoint[];
  readonly labels: readonly PlotLabel[];
}
