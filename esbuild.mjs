// Builds everything that ships: `node esbuild.mjs [--development] [--watch]`.
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import * as esbuild from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(root, 'dist');

/** The bundles: what they start from, what they become and what they may rely on. */
export const bundles = [
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.web.js',
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
  },
  {
    // Nothing in the host needs Node, so Node's door leads to the same code: shipped twice it would double the download.
    stdin: { contents: `module.exports = require('./extension.web.js');`, resolveDir: root },
    outfile: 'dist/extension.js',
    format: 'cjs',
    platform: 'node',
    external: ['./extension.web.js'],
  },
  { entryPoints: ['src/panel/main.ts'], outfile: 'dist/panel.js', format: 'iife', platform: 'browser' },
  {
    entryPoints: ['src/engine.ts'],
    outfile: 'dist/engine.mjs',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  },
  {
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.mjs',
    format: 'esm',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** Options of one bundle. Node 20 and Chromium 120 are older than anything `engines.vscode` runs on. */
export function optionsOf(bundle, development) {
  return {
    ...bundle,
    absWorkingDir: root,
    bundle: true,
    target: bundle.platform === 'node' ? 'node20' : 'chrome120',
    minify: !development,
    sourcemap: development ? 'linked' : false,
    metafile: true,
    charset: 'utf8',
    // The licences of what is bundled ask for their notices to come along.
    legalComments: 'eof',
    // One KaTeX, whether it is imported or required.
    alias: { katex: path.join(root, 'node_modules/katex/dist/katex.mjs') },
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': development ? '"development"' : '"production"' },
  };
}

/** What went into a bundle, kept for the tests that hold what may be in it. */
async function keepMetafile(bundle, metafile) {
  const file = path.join(dist, 'meta', `${path.basename(bundle.outfile)}.json`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(metafile));
}

/** KaTeX's stylesheet, naming its woff2 fonts only: every VS Code reads those. */
async function copyKatex() {
  const from = path.join(root, 'node_modules/katex/dist');
  const to = path.join(dist, 'katex');
  await mkdir(path.join(to, 'fonts'), { recursive: true });
  const css = await readFile(path.join(from, 'katex.min.css'), 'utf8');
  const otherFormats = /,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g;
  await writeFile(path.join(to, 'katex.min.css'), css.replace(otherFormats, ''));
  const fonts = (await readdir(path.join(from, 'fonts'))).filter((name) => name.endsWith('.woff2'));
  await Promise.all(
    fonts.map((name) => copyFile(path.join(from, 'fonts', name), path.join(to, 'fonts', name))),
  );
}

/** Builds all bundles. What is there is overwritten, not removed first: an editor may be reading it. */
export async function build({ development = false } = {}) {
  await Promise.all([
    copyKatex(),
    ...bundles.map(async (bundle) => {
      const result = await esbuild.build(optionsOf(bundle, development));
      await keepMetafile(bundle, result.metafile);
    }),
  ]);
  await esbuild.stop();
}

/** Rebuilds on every change until the process ends. */
async function watch() {
  await copyKatex();
  const report = {
    name: 'report',
    setup(context) {
      context.onEnd((result) => {
        const time = new Date().toLocaleTimeString();
        const state = result.errors.length === 0 ? 'built' : 'failed';
        console.log(`${time} ${state} ${context.initialOptions.outfile}`);
      });
    },
  };
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...optionsOf(bundle, true), plugins: [report] });
    await context.watch();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const work = process.argv.includes('--watch')
    ? watch()
    : build({ development: process.argv.includes('--development') });
  work.catch(() => {
    // esbuild has printed where and why.
    process.exitCode = 1;
  });
}
