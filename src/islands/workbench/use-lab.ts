import { useSyncExternalStore } from 'react';
import type { Lab, LabState } from './lab.ts';

/** The lab's state, kept up to date. */
export const useLab = (lab: Lab): LabState =>
  useSyncExternalStore(
    lab.subscribe,
    () => lab.state,
    () => lab.state,
  );
