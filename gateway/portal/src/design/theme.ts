/** Light, dark, or as the device is set. */
export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

const storageKey = 'birlik.theme';

/** What was chosen here. */
export function currentTheme(): Theme {
  return themes.find((theme) => theme === localStorage.getItem(storageKey)) ?? 'system';
}

/** Shows the portal as it was chosen here; called before the first page too. */
export function showTheme(): void {
  const theme = currentTheme();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Shows the portal so from now on. */
export function changeTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme);
  showTheme();
}
