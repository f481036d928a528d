import type { Fault } from '../fault.ts';

/** In the order of the catalogue. */
export const VAULT_FAULTS: readonly Fault[] = [];
