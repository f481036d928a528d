import { useRef } from 'react';
import type { Party } from '../../sim/index.ts';

/** A lane of the picture. */
export type Lane = Pick<Party, 'id' | 'kind' | 'name'>;

/** The same lanes as long as no party comes or goes, so that rows need not be drawn again. */
export const useLanes = (parties: readonly Party[]): readonly Lane[] => {
  const kept = useRef<readonly Lane[]>(parties);
  const same = kept.current.length === parties.length && parties.every((p, i) => p.id === kept.current[i]?.id);
  if (!same) kept.current = parties;
  return kept.current;
};
