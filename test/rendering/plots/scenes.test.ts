import assert from 'node:assert/strict';
import type { ThemeKind } from '../../../src/rendering/theme';
import { binaryEntropyScene } from '../../../src/rendering/plots/binaryEntropyPlot';
import { codeTreeScene } from '../../../src/rendering/plots/codeTree';
import { plotColors } from '../../../src/rendering/plots/colors';
import { distributionScene } from '../../../src/rendering/plots/distributionPlot';
import { familyScene } from '../../../src/rendering/plots/familyPlot';
import { histogramScene } from '../../../src/rendering/plots/histogram';
import { informationScene } from '../../../src/rendering/plots/informationDiagram';
import { lossScene } from '../../../src/rendering/plots/lossPlot';
import type { PlotScene } from '../../../src/rendering/plots/scene';
import { sceneToSvg } from '../../../src/rendering/plots/svg';
import { fitted, plainSymbol, shortNumber } from '../../../src/rendering/plots/text';
import { elementsOf } from '../pictures/xml';
import { absolute, parameter, bent, ramp, square, surprise } from './curves';

const p = [0.4, 0.3, 0.2, 0.1];
const q = [0.1, 0.2, 0.3, 0.4];
const kl = p.map((value, i) => value * Math.log2(value / q[i]));

const scenes: { readonly [name: string]: PlotScene | undefined } = {
  loss: lossScene(
    bent,
    { delta: 1 },
    { locale: 'zh-cn', parameters: [parameter('delta', '\\delta', 1)], points: [1, 2] },
  ),
  family: familyScene(
    [
      { name: 'squared <loss>', curve: square, params: {} },
      { name: '绝对误差', curve: absolute, params: {} },
    ],
    'en',
  ),
  distribution: distributionScene(
    { p, q, contributions: kl, unit: 'bits', outcomes: ['a', 'b & c', '<d>', "e'"] },
    'en',
  ),
  histogram: histogramScene([1, 2, 2, 3, 10, Infinity], 'zh-cn'),
  information: informationScene({ hx: 1.5, hy: 1.2, hxy: 2.1, unit: 'bits' }, 'en'),
  binaryEntropy: binaryEntropyScene({ p: 0.2, base: 2, unit: 'bits' }, 'zh-cn'),
  codeTree: codeTreeScene(
    { words: ['0', '10', '110', '111'], probabilities: p, symbols: ['一', '二', '三', '四'] },
    'en',
  ),
};

describe('every plot', () => {
  for (const [name, scene] of Object.entries(scenes)) {
    it(`is plain data, has words, and is well-formed SVG in every theme: ${name}`, () => {
      assert.ok(scene);
      assert.deepEqual(JSON.parse(JSON.stringify(scene)), scene);
      assert.ok(scene.alt.length > 5);
      for (const colors of Object.values(plotColors)) {
        const svg = sceneToSvg(scene, colors);
        assert.equal(elementsOf(svg)[0], 'svg');
        assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
      }
    });

    it(`keeps everything it writes inside its frame: ${name}`, () => {
      for (const { x, y } of [...scene!.labels, ...scene!.points]) {
        assert.ok(x >= 0 && x <= scene!.width && y >= 0 && y <= scene!.height, `${x}, ${y}`);
      }
    });
  }
});

describe('the colours of plots', () => {
  for (const kind of Object.keys(plotColors) as ThemeKind[]) {
    it(`stand out from the background: ${kind}`, () => {
      const { grid, background, ...others } = plotColors[kind];
      assert.ok(grid !== background);
      const least = kind.startsWith('hc') ? 4.5 : 3;
      for (const [role, color] of Object.entries(others)) {
        assert.ok(contrast(color, background) >= least, `${role}: ${contrast(color, background)}`);
      }
      assert.ok(contrast(others.foreground, background) >= 7);
      assert.ok(contrast(others.muted, background) >= 4.5);
    });
  }
});

/** Contrast of two colours `#rrggbb`, 1 to 21, as WCAG defines it. */
function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('losses in one plot', () => {
  it('share an axis; those over another one are left out', () => {
    const scene = familyScene(
      [
        { name: 'a', curve: ramp, params: { margin: 1 } },
        { name: 'b', curve: surprise, params: {} },
      ],
      'en',
    )!;
    assert.deepEqual(
      scene.paths.map((path) => path.series),
      ['a'],
    );
    assert.equal(familyScene([], 'en'), undefined);
  });

  it('differ in more than colour', () => {
    const members = Array.from({ length: 6 }, (_, i) => ({ name: `loss ${i}`, curve: square, params: {} }));
    const dashes = familyScene(members, 'en')!.paths.map((path) => path.dash);
    assert.equal(new Set(dashes).size, 6);
  });
});

describe('bars of distributions', () => {
  it('are as high as the probabilities, on one scale', () => {
    const bars = scenes.distribution!.bars.filter((bar) => /^[pq]\(/.test(bar.title ?? ''));
    assert.equal(bars.length, 8);
    const scale = bars[0].height / p[0];
    for (const [i, bar] of bars.entries()) {
      const value = (i % 2 === 0 ? p : q)[Math.floor(i / 2)];
      assert.ok(Math.abs(bar.height - value * scale) < 1e-6);
    }
  });

  it('show contributions up and down from zero', () => {
    const bars = scenes.distribution!.bars.slice(-4);
    assert.deepEqual(
      bars.map((bar) => bar.color),
      ['green', 'green', 'red', 'red'],
    );
  });

  it('say when there are too many outcomes to show, and survive strange numbers', () => {
    const many = distributionScene({ p: Array.from({ length: 1000 }, () => 0.001) }, 'en')!;
    assert.ok(many.labels.some((label) => label.text === 'first 60 of 1000'));
    const strange = distributionScene(
      { p: [NaN, -1, Infinity, 0], contributions: [NaN, Infinity, -Infinity, 0] },
      'en',
    )!;
    assert.doesNotMatch(
      sceneToSvg(strange, plotColors.dark).replace(/<title>.*?<\/title>/g, ''),
      /NaN|Infinity/,
    );
    assert.equal(distributionScene({ p: [] }, 'en'), undefined);
  });
});

describe('a histogram', () => {
  it('counts every finite value once', () => {
    const values = Array.from({ length: 500 }, (_, i) => Math.sin(i * i));
    const scene = histogramScene([...values, NaN, Infinity], 'en')!;
    const counted = scene.bars.reduce((sum, bar) => sum + Number(/: (\d+)$/.exec(bar.title!)![1]), 0);
    assert.equal(counted, 500);
    assert.ok(scene.labels.some((label) => label.text === 'not finite: 2'));
  });

  it('shows a single value and refuses none', () => {
    assert.ok(histogramScene([3], 'en'));
    assert.ok(histogramScene([0, 0, 0], 'en'));
    assert.equal(histogramScene([NaN], 'en'), undefined);
    assert.equal(histogramScene([], 'en'), undefined);
  });

  it('takes a million terms', () => {
    const values = Float64Array.from({ length: 1_000_000 }, (_, i) => i % 1000);
    assert.ok(histogramScene(values, 'en')!.bars.length <= 100);
  });
});

describe('the diagram of information', () => {
  it('is to scale: the mutual information is where H(X) and H(Y) overlap', () => {
    const { bars } = scenes.information!;
    const [joint, x, y, xGivenY, mutual, yGivenX] = bars;
    const unit = joint.width / 2.1;
    assert.ok(Math.abs(x.width - 1.5 * unit) < 1e-9 && Math.abs(y.width - 1.2 * unit) < 1e-9);
    assert.ok(Math.abs(mutual.width - 0.6 * unit) < 1e-9);
    assert.ok(Math.abs(mutual.x - y.x) < 1e-9 && Math.abs(mutual.x + mutual.width - (x.x + x.width)) < 1e-9);
    assert.ok(Math.abs(xGivenY.width + mutual.width + yGivenX.width - joint.width) < 1e-9);
  });

  it('shows nothing for entropies that are none', () => {
    assert.equal(informationScene({ hx: NaN, hy: 1, hxy: 1, unit: 'bits' }, 'en'), undefined);
    assert.equal(informationScene({ hx: -1, hy: 1, hxy: 1, unit: 'bits' }, 'en'), undefined);
    assert.ok(informationScene({ hx: 0, hy: 0, hxy: 0, unit: 'bits' }, 'en'));
  });
});

describe('the binary entropy curve', () => {
  it('marks the value at the given probability', () => {
    const scene = binaryEntropyScene({ p: 0.5, base: 2, unit: 'bits' }, 'en');
    assert.ok(scene.labels.some((label) => label.text === 'H(0.5) = 1'));
    assert.equal(binaryEntropyScene({ p: 2, base: 2, unit: 'bits' }, 'en').points.length, 0);
    assert.equal(binaryEntropyScene({ base: 2, unit: 'bits' }, 'en').points.length, 0);
  });
});

describe('the tree of a code', () => {
  it('has a leaf for every word and a digit at every edge', () => {
    const scene = scenes.codeTree!;
    assert.equal(scene.labels.filter((label) => label.text.includes('→')).length, 4);
    assert.equal(scene.labels.filter((label) => /^[01]$/.test(label.text)).length, 6);
  });

  it('takes other alphabets, one word, and refuses what nobody could read', () => {
    assert.ok(codeTreeScene({ words: ['0', '1', '2'] }, 'zh-cn'));
    assert.ok(codeTreeScene({ words: [''] }, 'en'));
    assert.equal(codeTreeScene({ words: [] }, 'en'), undefined);
    assert.equal(codeTreeScene({ words: Array.from({ length: 65 }, (_, i) => String(i)) }, 'en'), undefined);
    assert.equal(codeTreeScene({ words: ['1'.repeat(100_000)] }, 'en'), undefined);
  });
});

describe('texts of plots', () => {
  it('print numbers short, with a true minus', () => {
    assert.equal(shortNumber(-0.5), '−0.5');
    assert.equal(shortNumber(1 / 3), '0.333');
    assert.equal(shortNumber(1.5e-7), '1.5e−7');
    assert.equal(shortNumber(-Infinity), '−∞');
    assert.equal(shortNumber(0.1 + 0.2), '0.3');
  });

  it('turn a symbol in TeX to plain text', () => {
    assert.equal(plainSymbol('\\delta'), 'δ');
    assert.equal(plainSymbol('m_{+}'), 'm+');
    assert.equal(plainSymbol('\\mathrm{tol}'), 'tol');
  });

  it('are cut to the room there is', () => {
    assert.equal(fitted('short', 100), 'short');
    assert.match(fitted('a very long name of an outcome', 60), /^a very.*…$/);
    assert.equal(fitted('long', 1), '');
  });
});
