import assert from 'node:assert/strict';
import { differentialEntropy, type Density } from '../../../src/numeric/distributions/differentialEntropy';
import { bits, nats } from '../../../src/numeric/information/logarithm';

/** −∫ f ln f by Simpson's rule. */
function integrated(f: (x: number) => number, from: number, to: number): number {
  return simpson((x) => (f(x) > 0 ? -f(x) * Math.log(f(x)) : 0), from, to);
}

function simpson(at: (x: number) => number, from: number, to: number): number {
  const steps = 200_000;
  const h = (to - from) / steps;
  let total = at(from) + at(to);
  for (let k = 1; k < steps; k++) total += (k % 2 === 1 ? 4 : 2) * at(from + k * h);
  return (total * h) / 3;
}

const value = (density: Density): number => differentialEntropy(density, nats).value;

describe('differential entropy', () => {
  it('is the integral of −f ln f', () => {
    const normal = (x: number): number =>
      Math.exp((-x * x) / (2 * 1.7 ** 2)) / (1.7 * Math.sqrt(2 * Math.PI));
    const exponential = (x: number): number => 2.5 * Math.exp(-2.5 * x);
    const laplace = (x: number): number => Math.exp(-Math.abs(x) / 0.8) / 1.6;
    const near = (got: number, want: number): void =>
      assert.ok(Math.abs(got - want) < 1e-8, `${got} ${want}`);
    near(value({ distribution: 'normal', sigma: 1.7 }), integrated(normal, -30, 30));
    near(value({ distribution: 'exponential', lambda: 2.5 }), integrated(exponential, 0, 20));
    near(value({ distribution: 'laplace', b: 0.8 }), 2 * integrated(laplace, 0, 40));
    const pareto = (x: number): number => (3 * 2 ** 3) / x ** 4;
    // The tail is so heavy that it is walked along in powers of e: dx = x ds.
    const alongTail = (s: number): number =>
      -pareto(2 * Math.exp(s)) * Math.log(pareto(2 * Math.exp(s))) * 2 * Math.exp(s);
    near(value({ distribution: 'pareto', xm: 2, alpha: 3 }), simpson(alongTail, 0, 15));
  });

  it('grows by ln c when x is stretched by c, and is in bits a multiple', () => {
    const [one, ten] = [1, 10].map((sigma) => value({ distribution: 'normal', sigma }));
    assert.ok(Math.abs(ten - one - Math.LN10) < 1e-15);
    assert.equal(differentialEntropy({ distribution: 'uniform', a: -2, b: 6 }, bits).value, 3);
  });

  it('of given variance is largest for the normal', () => {
    const normal = value({ distribution: 'normal', sigma: 1 });
    assert.ok(value({ distribution: 'laplace', b: Math.SQRT1_2 }) < normal);
    assert.ok(value({ distribution: 'uniform', a: -Math.sqrt(3), b: Math.sqrt(3) }) < normal);
    assert.ok(value({ distribution: 'exponential', lambda: 1 }) < normal);
  });

  it('has derivatives that differences confirm', () => {
    const densities: Density[] = [
      { distribution: 'normal', sigma: 1.3 },
      { distribution: 'pareto', xm: 2, alpha: 1.5 },
      { distribution: 'uniform', a: 1, b: 4 },
      { distribution: 'exponential', lambda: 0.7 },
      { distribution: 'laplace', b: 2 },
    ];
    for (const density of densities) {
      const { gradient } = differentialEntropy(density, nats);
      for (const [name, slope] of Object.entries(gradient)) {
        const moved = (by: number): number =>
          value({
            ...density,
            [name]: Number((density as unknown as Record<string, number>)[name]) + by,
          } as Density);
        assert.ok(
          Math.abs((moved(1e-6) - moved(-1e-6)) / 2e-6 - slope) < 1e-7,
          `${density.distribution} ${name}`,
        );
      }
    }
  });
});
