import { plotColors, type PlotColors } from '../rendering/plots/colors';
import type { ThemeKind } from '../rendering/theme';

/** The colours of the kind of theme that the workbench marks the page with, with the theme's own text colour. */
export function themeColors(): PlotColors {
  const colors = plotColors[themeKind()];
  const foreground = getComputedStyle(document.body).getPropertyValue('--vscode-foreground').trim();
  return foreground === '' ? colors : { ...colors, foreground };
}

function themeKind(): ThemeKind {
  const { classList } = document.body;
  if (classList.contains('vscode-high-contrast-light')) return 'hc-light';
  if (classList.contains('vscode-high-contrast')) return 'hc-dark';
  return classList.contains('vscode-light') ? 'light' : 'dark';
}
