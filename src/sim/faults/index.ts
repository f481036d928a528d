import { apiServerDown } from './api-server-down.ts';
import type { Fault } from './fault.ts';

export type { Fault } from './fault.ts';

/** Every fault that can be injected, by its id. */
export const faults: Readonly<Record<string, Fault>> = Object.fromEntries([apiServerDown].map((f) => [f.id, f]));
