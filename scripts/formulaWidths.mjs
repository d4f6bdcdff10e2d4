// Records how wide Chromium sets KaTeX's HTML of the fixture formulas, in em: the reference for the layout of pictures.
// Usage: node scripts/formulaWidths.mjs   (needs a Chromium; CHROMIUM names another than /usr/bin/chromium)
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import katex from 'katex';
import { chromium } from 'playwright-core';

const root = new URL('../', import.meta.url);
const fixtures = new URL('test/fixtures/rendering/', root);
const dist = new URL('node_modules/katex/dist/', root);

/** Large letters make the rounding of the browser's boxes to 1/64 pixel small. */
const pixelsPerEm = 200;

const formulas = readFileSync(new URL('formulas.txt', fixtures), 'utf8').split('\n').filter(Boolean);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 8000, height: 2000 } });
await page.goto(new URL('README.md', dist).href);
await page.setContent(`<!doctype html><base href="${dist.href}"><style>${styles()}</style>${markup()}`);
await page.evaluate(() => document.fonts.ready);
const widths = await page.evaluate(measure, pixelsPerEm);
await browser.close();

const record = formulas.map((tex, i) => ({ tex, ...widths[i] }));
const text = await format(JSON.stringify(record), { parser: 'json', printWidth: 110 });
writeFileSync(new URL('formulaWidths.json', fixtures), text);
console.log(`${record.length} formulas measured`);

function styles() {
  const css = readFileSync(new URL('katex.min.css', dist), 'utf8').replace(/url\((fonts\/[^)]+)\)/g, fontUrl);
  return `${css} .katex { font-size: ${pixelsPerEm}px } p { margin: 0 }`;
}

function fontUrl(whole, path) {
  if (!path.endsWith('.woff2')) return whole;
  return `url(data:font/woff2;base64,${readFileSync(new URL(path, dist)).toString('base64')})`;
}

function markup() {
  const options = { displayMode: true, output: 'html', strict: 'ignore', throwOnError: true };
  return formulas.map((tex) => `<p>${katex.renderToString(tex, options)}</p>`).join('\n');
}

/** Runs in the page. A line is as wide as its bases together; a tag is not part of it. */
function measure(em) {
  return [...document.querySelectorAll('p')].map((paragraph) => {
    const lines = new Map();
    for (const base of paragraph.querySelectorAll('.katex-html > .base')) {
      const { left, right, bottom } = base.getBoundingClientRect();
      const strut = base.querySelector('.strut').getBoundingClientRect();
      const key = base.previousElementSibling?.classList.contains('newline')
        ? bottom
        : (lines.last ?? bottom);
      lines.last = key;
      const line = lines.get(key) ?? { left, right, strut };
      lines.set(key, { left: Math.min(left, line.left), right: Math.max(right, line.right) });
    }
    const width = Math.max(...[...lines.values()].map((line) => line.right - line.left));
    return { width: Math.round((width / em) * 10000) / 10000 };
  });
}
