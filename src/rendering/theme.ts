/** The four kinds of colour theme that VS Code has. */
export type ThemeKind = 'light' | 'dark' | 'hc-light' | 'hc-dark';

/**
 * The text colour of a hover in each kind of theme. An image can't follow the theme's own colours: the workbench tells
 * extensions only the kind, so these are the defaults of its built-in themes.
 */
export const hoverForeground: { readonly [K in ThemeKind]: string } = {
  light: '#3b3b3b',
  dark: '#cccccc',
  'hc-light': '#292929',
  'hc-dark': '#ffffff',
};
