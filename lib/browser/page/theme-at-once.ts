import type { Theme } from '../../settings/check-settings.ts';

/** Pages read this copy of the setting synchronously, so that the first frame has the right ground. */
const copyKey = 'theme';

/** Gives the page the ground that the person chose last; colours, scroll bars and form controls follow it. */
export function showThemeAtOnce(): void {
  document.documentElement.style.colorScheme = localStorage.getItem(copyKey) ?? '';
}

/** Updates the copy of the setting, and the page with it. */
export function showTheme(theme: Theme): void {
  // Nothing is left behind where everything was deleted.
  if (theme === 'system') localStorage.removeItem(copyKey);
  else localStorage.setItem(copyKey, theme);
  showThemeAtOnce();
}
