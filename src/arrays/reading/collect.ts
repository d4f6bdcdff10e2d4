import type { Locale } from '../../base/text';
import type { ArrayProblemCode, NamedArray } from '../namedArray';
import { problemOf } from '../problems';
import type { Piece } from './piece';
import type { ArrayValue, NumberValue, Trouble } from './value';

/** Which problems are worth an entry: in a document only the telling ones, in a selection each. */
export type Reporting = 'telling' | 'all';

const telling: ReadonlySet<ArrayProblemCode> = new Set(['truncated', 'ragged', 'too-deep', 'too-large']);

export interface CollectOptions {
  readonly locale: Locale;
  readonly reporting: Reporting;
}

/** The arrays that a tree of pieces holds, in document order. */
export function collect(root: Piece, options: CollectOptions): NamedArray[] {
  const collector = new Collector(options);
  collector.visit(root);
  return collector.arrays;
}

/** Names under which numbers are no data. */
const noData = /version/i;

class Collector {
  readonly arrays: NamedArray[] = [];

  constructor(private readonly options: CollectOptions) {}

  visit(piece: Piece): void {
    const { value } = piece;
    switch (value.kind) {
      case 'array':
        this.offer(piece, value);
        return;
      case 'number':
        if (value.wrapped === true) {
          this.offer(piece, value);
          return;
        }
        break;
      case 'columns':
        for (const { name, value: column } of value.columns) {
          this.add(piece, name, column);
        }
        return;
      case 'trouble':
        if (piece.literal === true) {
          this.trouble(piece, value);
          return;
        }
        break;
      default:
        break;
    }
    piece.parts.forEach((part) => this.visit(part));
  }

  /** The inner lists of a list that cannot be read are not offered in part, but what calls in it hold is. */
  private trouble(piece: Piece, value: Trouble): void {
    this.offer(piece, value);
    this.visitInside(piece);
  }

  private visitInside(piece: Piece): void {
    for (const part of piece.parts) {
      if (part.literal === true) {
        this.visitInside(part);
      } else {
        this.visit(part);
      }
    }
  }

  private offer(piece: Piece, value: ArrayValue | NumberValue | Trouble): void {
    for (const name of piece.names ?? [undefined]) {
      if (name === undefined || !noData.test(name)) {
        this.add(piece, name, value);
      }
    }
  }

  private add(piece: Piece, name: string | undefined, value: ArrayValue | NumberValue | Trouble): void {
    if (value.kind !== 'trouble') {
      this.arrays.push({
        ...(name === undefined ? {} : { name }),
        ...contentOf(value),
        start: piece.start,
        end: piece.end,
        source: 'text',
      });
    } else if (this.options.reporting === 'all' || telling.has(value.code)) {
      this.arrays.push(problemEntry(value.code, piece, this.options.locale, name));
    }
  }
}

function contentOf(value: ArrayValue | NumberValue): Pick<NamedArray, 'values' | 'shape'> {
  return value.kind === 'number'
    ? { values: [value.value], shape: [] }
    : { values: value.values, shape: value.shape };
}

/** An entry that says why the text at its place is no array. */
export function problemEntry(
  code: ArrayProblemCode,
  place: { readonly start: number; readonly end: number },
  locale: Locale,
  name?: string,
): NamedArray {
  return {
    ...(name === undefined ? {} : { name }),
    values: [],
    shape: [0],
    start: place.start,
    end: place.end,
    source: 'text',
    problem: problemOf(code, locale),
  };
}
