import { readdirSync, readFileSync } from 'node:fs';
import type { ParameterValue } from '../../src/catalog/formula';
import type { Tensor } from '../../src/numeric/tensor';

/** A number as the reference files write it: non-finite ones as strings, null where any value is acceptable. */
export type Written = number | string | null;
export type WrittenArray = Written | readonly WrittenArray[];

export interface Recipe {
  readonly recipe: 'lcg';
  readonly seed: number;
  readonly length: number;
  readonly map: 'affine' | 'index' | 'sign' | 'normalized';
  readonly scale?: number;
  readonly offset?: number;
  readonly classes?: number;
  readonly shape?: readonly number[];
}

export interface Expected {
  readonly value?: Written;
  readonly error?: string;
  readonly terms?: readonly Written[];
  readonly gradient?: { readonly [slot: string]: WrittenArray };
  readonly reductions?: { readonly mean: Written; readonly sum: Written; readonly none: WrittenArray };
  readonly parts?: { readonly [name: string]: Written };
  readonly alternatives?: readonly { readonly value?: Written; readonly error?: string }[];
  readonly [further: string]: unknown;
}

export interface Part {
  readonly coefficient: number;
  readonly formula: string;
  readonly inputs: { readonly [slot: string]: WrittenArray | Recipe };
  readonly params: { readonly [name: string]: ParameterValue };
}

export interface GoldenCase {
  readonly id: string;
  readonly formula: string;
  readonly inputs: { readonly [slot: string]: WrittenArray | Recipe };
  readonly params: { readonly [name: string]: ParameterValue } & {
    readonly left?: readonly Part[];
    readonly right?: readonly Part[];
  };
  readonly expected: Expected;
  readonly tolerance: { readonly rel: number; readonly abs: number };
}

const folder = new URL('../fixtures/golden/', import.meta.url);

/** Every reference file, by name. */
export function goldenFiles(): readonly { readonly name: string; readonly cases: readonly GoldenCase[] }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map(
      (file) =>
        JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { name: string; cases: GoldenCase[] },
    );
}

export function numberOfWritten(written: Written): number {
  return typeof written === 'string' ? Number(written) : (written ?? NaN);
}

/** The numbers of a nested array, row-major; null stays null. */
export function flat(array: WrittenArray): (number | null)[] {
  if (Array.isArray(array)) return array.flatMap((entry: WrittenArray) => flat(entry));
  return [array === null ? null : numberOfWritten(array as Written)];
}

/** A tensor of what a case gives, or undefined for ragged nesting. */
export function tensorOf(input: WrittenArray | Recipe): Tensor | undefined {
  if (isRecipe(input)) return fromRecipe(input);
  const shape = shapeOf(input);
  return shape && { values: Float64Array.from(flat(input), (x) => x ?? NaN), shape };
}

function shapeOf(input: WrittenArray): number[] | undefined {
  if (!Array.isArray(input)) return [];
  const entries = input as readonly WrittenArray[];
  if (entries.length === 0) return [0];
  const shapes = entries.map(shapeOf);
  const [first] = shapes;
  if (!first || shapes.some((shape) => String(shape) !== String(first))) return undefined;
  return [entries.length, ...first];
}

function isRecipe(input: WrittenArray | Recipe): input is Recipe {
  return typeof input === 'object' && input !== null && 'recipe' in input;
}

function fromRecipe(recipe: Recipe): Tensor {
  const raw = new Float64Array(recipe.length);
  let x = recipe.seed;
  for (let k = 0; k < raw.length; k++) {
    x = (Math.imul(1664525, x) + 1013904223) >>> 0;
    raw[k] = x;
  }
  return { values: raw.map(mapOf(recipe, raw)), shape: recipe.shape ?? [recipe.length] };
}

function mapOf(recipe: Recipe, raw: Float64Array): (x: number) => number {
  const { map, scale = 1, offset = 0, classes = 2 } = recipe;
  switch (map) {
    case 'affine':
      return (x) => offset + (scale * x) / 2 ** 32;
    case 'index':
      return (x) => Math.floor((x / 2 ** 32) * classes);
    case 'sign':
      return (x) => (x >= 2 ** 31 ? 1 : -1);
    case 'normalized': {
      const total = raw.reduce((sum, x) => sum + x + 1, 0);
      return (x) => (x + 1) / total;
    }
  }
}
