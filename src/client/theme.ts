/** Remembers the theme that the reader chose. "system" is the absence of a choice. */

const key = 'theme';

function chosenTheme(): string {
  return document.documentElement.dataset['theme'] ?? 'system';
}

function choose(theme: string): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage can be switched off; the choice then lasts for this page.
  }
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[name="theme"]')) {
  input.checked = input.value === chosenTheme();
  input.addEventListener('change', () => choose(input.value));
}

export {};
