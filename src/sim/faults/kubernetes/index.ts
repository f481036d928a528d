import type { Fault } from '../fault.ts';
import { apiServerDown } from './api-server-down.ts';

/** In the order of the catalogue. */
export const KUBERNETES_FAULTS: readonly Fault[] = [apiServerDown];
