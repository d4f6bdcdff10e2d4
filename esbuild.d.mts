import type { BuildOptions } from 'esbuild';

export interface Bundle extends BuildOptions {
  readonly outfile: string;
}

export const bundles: readonly Bundle[];
export function optionsOf(bundle: Bundle, development: boolean): BuildOptions;
export function build(options?: { readonly development?: boolean }): Promise<void>;
