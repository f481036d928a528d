import { useEffect } from 'react';
import { standing } from '../../progress/index.ts';
import { useEntries } from '../shared/use-entries.ts';

const WORDS = { passed: 'Passed', tried: 'Tried' } as const;

/** Writes behind each lab of the list what became of it. The list itself is there without this. */
export const LabStates = () => {
  const { entries } = useEntries(false);
  useEffect(() => {
    if (entries === null) return;
    const states = new Map<string, keyof typeof WORDS>();
    for (const entry of standing(entries)) {
      if (entry.kind !== 'lab') continue;
      if (entry.failed.length === 0) states.set(entry.lab, 'passed');
      else if (!states.has(entry.lab)) states.set(entry.lab, 'tried');
    }
    for (const item of document.querySelectorAll<HTMLElement>('[data-lab]')) {
      const state = states.get(item.dataset.lab ?? '');
      const place = item.querySelector('.lab-state');
      if (place) place.textContent = state === undefined ? '' : WORDS[state];
      item.dataset.state = state ?? '';
    }
  }, [entries]);
  return null;
};
