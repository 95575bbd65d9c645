/** Of one screen: near black, calm and light, or 7:1 for every word. `themes.css` has their colours. */
export const THEMES = ['dark', 'light', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** Colours the whole page; a browser's own bar above it takes the ground's colour. */
export function wearTheme(theme: Theme): void {
  const { documentElement: page } = document;
  if (page.dataset.theme === theme) return;
  page.dataset.theme = theme;
  const ground = getComputedStyle(page).getPropertyValue('--ground').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground);
}

/** Set-up is read at a desk: always light, unless its reader needs the contrast. */
export function deskTheme(theme: Theme): Theme {
  return theme === 'contrast' ? 'contrast' : 'light';
}
