const CHOICES = ['system', 'light', 'dark'] as const;
type Choice = (typeof CHOICES)[number];

const isChoice = (value: string | undefined): value is Choice => CHOICES.some((choice) => choice === value);

/**
 * The button that goes through the themes. The choice is stored when somebody makes one, and not before; where storage
 * is refused it holds for the page.
 */
export const themes = (button: HTMLButtonElement): void => {
  const root = document.documentElement;
  const label = button.querySelector('span')!;
  const set = (choice: Choice): void => {
    if (choice === 'system') delete root.dataset.theme;
    else root.dataset.theme = choice;
    label.textContent = `Theme: ${choice}`;
  };
  const current = (): Choice => (isChoice(root.dataset.theme) ? root.dataset.theme : 'system');
  set(current());
  button.hidden = false;
  button.addEventListener('click', () => {
    const next = CHOICES[(CHOICES.indexOf(current()) + 1) % CHOICES.length]!;
    set(next);
    try {
      if (next === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', next);
    } catch {
      // Storage is refused: the theme lasts until the page is left.
    }
  });
};
