import type { ThemeKind } from '../theme';
import type { ColorRole } from './scene';

export type PlotColors = { readonly [R in ColorRole]: string };

/**
 * The chart colours of VS Code's built-in themes (`charts.blue`, `charts.orange` …). Where the high-contrast themes have
 * an orange that is too dark or not orange, theirs is replaced by one with a contrast of at least 4.5 : 1.
 */
export const plotColors: { readonly [K in ThemeKind]: PlotColors } = {
  light: {
    foreground: '#3b3b3b',
    muted: '#6e6e6e',
    grid: '#e2e2e2',
    background: '#ffffff',
    blue: '#0063d3',
    orange: '#b5570b',
    green: '#388a34',
    red: '#e51400',
    purple: '#652d90',
    yellow: '#9a6a00',
  },
  dark: {
    foreground: '#cccccc',
    muted: '#9d9d9d',
    grid: '#3a3a3a',
    background: '#1f1f1f',
    blue: '#59a4f9',
    orange: '#e5954a',
    green: '#89d185',
    red: '#f14c4c',
    purple: '#b180d7',
    yellow: '#cca700',
  },
  'hc-light': {
    foreground: '#292929',
    muted: '#292929',
    grid: '#b0b0b0',
    background: '#ffffff',
    blue: '#0f4a85',
    orange: '#a63f00',
    green: '#374e06',
    red: '#b5200d',
    purple: '#652d90',
    yellow: '#6b4b00',
  },
  'hc-dark': {
    foreground: '#ffffff',
    muted: '#ffffff',
    grid: '#5a5a5a',
    background: '#000000',
    blue: '#6fc3ff',
    orange: '#f9a13a',
    green: '#89d185',
    red: '#ff8080',
    purple: '#d0a9f0',
    yellow: '#ffd370',
  },
};
