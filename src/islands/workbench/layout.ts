import { useCallback, useState } from 'react';

/** Percent that panes have: the files of the width, and the upper pane of each column of the height. */
export interface Layout {
  readonly files: number;
  readonly left: number;
  readonly right: number;
}

const USUAL: Layout = { files: 38, left: 60, right: 56 };
const KEY = 'sidecar-lab workbench layout';

const isPercent = (value: unknown): value is number => typeof value === 'number' && value >= 10 && value <= 90;

const remembered = (): Layout => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    const { files, left, right } = (value ?? {}) as Partial<Record<keyof Layout, unknown>>;
    return isPercent(files) && isPercent(left) && isPercent(right) ? { files, left, right } : USUAL;
  } catch {
    return USUAL;
  }
};

/** How the panes share the page, as it was left the last time. Without storage it is the usual way each time. */
export const useLayout = (): {
  readonly layout: Layout;
  /** After the page is alive: what the server drew is the usual way. */
  readonly recall: () => void;
  readonly change: (part: Partial<Layout>) => void;
} => {
  const [layout, setLayout] = useState(USUAL);
  const recall = useCallback(() => setLayout(remembered()), []);
  const change = useCallback((part: Partial<Layout>) => {
    setLayout((before) => {
      const next = { ...before, ...part };
      try {
        localStorage.setItem(KEY, JSON.stringify(next));
      } catch {
        // Refused or full: it holds until the page is left.
      }
      return next;
    });
  }, []);
  return { layout, recall, change };
};
