import type { Fault } from '../fault.ts';

/** In the order of the catalogue. */
export const NETWORK_FAULTS: readonly Fault[] = [];
