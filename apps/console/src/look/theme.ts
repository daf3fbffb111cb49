import {
  convertCssVariables,
  createTheme,
  defaultCssVariablesResolver,
  DEFAULT_THEME,
  mergeMantineTheme,
} from '@mantine/core';

const systemFont = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** River blue, light to dark; shade 8 carries white text at 5 : 1. */
const river = [
  '#e9f6f8',
  '#d3ebef',
  '#a8d6de',
  '#7ac0cc',
  '#55adbd',
  '#3ea1b4',
  '#2f9bb0',
  '#1f879b',
  '#0f788b',
  '#075f6f',
] as const;

/** Slate instead of Mantine's neutral grays, so that fields belong to the dark surfaces around them. */
const dark = [
  '#e3e8ed',
  '#c3cbd3',
  '#9da8b3',
  '#8b96a1',
  '#3d4650',
  '#2a3139',
  '#1c2228',
  '#171b20',
  '#12161a',
  '#0c0f12',
] as const;

export const theme = createTheme({
  primaryColor: 'river',
  primaryShade: 8,
  colors: { river, dark },
  fontFamily: systemFont,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: { fontFamily: systemFont, fontWeight: '600' },
  defaultRadius: 'sm',
  radius: { sm: '6px', md: '8px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/**
 * Puts the theme's variables into a constructed style sheet. Mantine's own way is an inline `<style>`,
 * which a content security policy of `style-src 'self'` forbids.
 */
export const adoptThemeVariables = (): void => {
  const variables = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const sheet = new CSSStyleSheet();
  // In Mantine's layer, and so weaker than look.css, which corrects a few of them.
  sheet.replaceSync(`@layer mantine { ${convertCssVariables(variables, ':root')} }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};
