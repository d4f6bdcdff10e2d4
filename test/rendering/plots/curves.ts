import type { Curve, Parameter } from '../../../src/catalog/formula';

/** Curves for the tests of plots, written out so that these need no catalogue. */

function numberAt(params: Parameters<Curve['value']>[1], name: string): number {
  const value = params[name];
  return typeof value === 'number' ? value : NaN;
}

export function parameter(name: string, symbol: string, value: number): Parameter {
  return { name, symbol, kind: 'number', default: value, label: { en: name, 'zh-cn': name } };
}

export const square: Curve = { axis: 'residual', from: -3, to: 3, value: (r) => r * r, slope: (r) => 2 * r };

export const absolute: Curve = { axis: 'residual', from: -3, to: 3, value: Math.abs, slope: Math.sign };

export const bent: Curve = {
  axis: 'residual',
  from: -3,
  to: 3,
  value: (r, params) => {
    const delta = numberAt(params, 'delta');
    return Math.abs(r) <= delta ? r * r : delta * (2 * Math.abs(r) - delta);
  },
  slope: (r, params) => 2 * Math.max(-numberAt(params, 'delta'), Math.min(numberAt(params, 'delta'), r)),
};

export const soft: Curve = {
  axis: 'residual',
  from: -3,
  to: 3,
  value: (r, params) =>
    numberAt(params, 'delta') ** 2 * (Math.sqrt(1 + (r / numberAt(params, 'delta')) ** 2) - 1),
  slope: (r, params) => r / Math.sqrt(1 + (r / numberAt(params, 'delta')) ** 2),
};

export const ramp: Curve = {
  axis: 'margin',
  from: -2,
  to: 3,
  value: (m, params) => Math.max(0, numberAt(params, 'margin') - m),
  slope: (m, params) => (m < numberAt(params, 'margin') ? -1 : 0),
};

export const surprise: Curve = {
  axis: 'probability',
  from: 0,
  to: 1,
  value: (p) => -Math.log(p),
  slope: (p) => -1 / p,
};
