import type { Reading } from '../../exam/attempt/clock.ts';
import { uniqueName } from '../../progress/surroundings.ts';

/** Names this page's steady clock. */
const page = typeof window === 'undefined' ? 'server' : uniqueName();

/** Reads the clocks: the only place where an exam meets the time of day. */
export const readClocks = (): Reading => ({ wall: Date.now(), steady: performance.now(), page });
