import { useEffect } from 'react';

/** Something a key does. */
export interface Shortcut {
  /** As `KeyboardEvent.key` gives it; with `Ctrl+` before it, it works everywhere, also while one types. */
  readonly key: string;
  readonly does: string;
  readonly action: () => void;
}

const KEY = 'sidecar-lab single keys';

/** Whether keys without Ctrl are shortcuts. Voice input and tremor press keys nobody meant, so it can be turned off. */
export const singleKeys = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
};

export const setSingleKeys = (on: boolean): void => {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Without storage they stay on.
  }
};

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input:not([type=range]), textarea, select, dialog, .monaco-editor') !== null);

/** Space presses the button that has the focus, and scrolls the pane that has it: then it is no shortcut. */
const needsSpace = (target: EventTarget | null): boolean => target instanceof HTMLElement && target !== document.body;

/** Listen for shortcuts on the whole page. */
export const useShortcuts = (shortcuts: readonly Shortcut[]): void => {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      if (event.altKey || event.defaultPrevented) return;
      const control = event.ctrlKey || event.metaKey;
      const name = `${control ? 'Ctrl+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
      const found = shortcuts.find((s) => s.key.toLowerCase() === name.toLowerCase());
      if (!found || (!control && (takesText(event.target) || !singleKeys()))) return;
      if (found.key === ' ' && needsSpace(event.target)) return;
      event.preventDefault();
      found.action();
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [shortcuts]);
};
