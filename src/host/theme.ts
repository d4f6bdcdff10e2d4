import * as vscode from 'vscode';
import type { ThemeKind } from '../rendering/theme';

/** The kind of the active colour theme, in the words of the drawing rooms. */
export function themeKind(): ThemeKind {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.HighContrastLight:
      return 'hc-light';
    case vscode.ColorThemeKind.HighContrast:
      return 'hc-dark';
    default:
      return 'dark';
  }
}
