import type { Fault } from '../fault.ts';

/** In the order of the catalogue. */
export const INJECTOR_FAULTS: readonly Fault[] = [];
