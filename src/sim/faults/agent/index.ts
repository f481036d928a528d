import type { Fault } from '../fault.ts';

/** In the order of the catalogue. */
export const AGENT_FAULTS: readonly Fault[] = [];
