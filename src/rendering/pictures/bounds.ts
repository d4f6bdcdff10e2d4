/** The rectangle that an outline lies in; lengths in the outline's unit. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const noBounds: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

export function unite(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** A point on the way along a path: where it is, where the contour began, and the last control point. */
class Pen {
  x = 0;
  y = 0;
  #startX = 0;
  #startY = 0;
  #controlX = 0;
  #controlY = 0;
  left = Infinity;
  top = Infinity;
  right = -Infinity;
  bottom = -Infinity;

  run(command: string, n: readonly number[]): void {
    if (command === 'z') return this.#goTo(this.#startX, this.#startY);
    if (command === 'h') return this.#goTo(this.x + n[0], this.y);
    if (command === 'v') return this.#goTo(this.x, this.y + n[0]);
    if (command === 'q') return this.#curve(this.x + n[0], this.y + n[1], n[2], n[3]);
    if (command === 't') {
      return this.#curve(2 * this.x - this.#controlX, 2 * this.y - this.#controlY, n[0], n[1]);
    }
    this.#goTo(this.x + n[0], this.y + n[1]);
    if (command === 'm') [this.#startX, this.#startY] = [this.x, this.y];
  }

  #curve(controlX: number, controlY: number, dx: number, dy: number): void {
    this.#see(controlX, controlY);
    this.#goTo(this.x + dx, this.y + dy);
    this.#controlX = controlX;
    this.#controlY = controlY;
  }

  #goTo(x: number, y: number): void {
    this.x = this.#controlX = x;
    this.y = this.#controlY = y;
    this.#see(x, y);
  }

  #see(x: number, y: number): void {
    this.left = Math.min(this.left, x);
    this.right = Math.max(this.right, x);
    this.top = Math.min(this.top, y);
    this.bottom = Math.max(this.bottom, y);
  }
}

/** Bounds of path data of relative commands m, l, h, v, q, t, z; control points count, so they may be a little wide. */
export function boundsOfPath(path: string): Bounds {
  const pen = new Pen();
  for (const [, command, args] of path.matchAll(/([a-z])([^a-z]*)/g)) {
    pen.run(command, (args.match(/-?[\d.]+/g) ?? []).map(Number));
  }
  const { left, top, right, bottom } = pen;
  return { left, top, right, bottom };
}
