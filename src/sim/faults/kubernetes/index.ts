import type { Fault } from '../fault.ts';
import { apiServerClockAhead } from './api-server-clock-ahead.ts';
import { apiServerDown } from './api-server-down.ts';
import { nodeClockAhead } from './node-clock-ahead.ts';
import { podEvicted } from './pod-evicted.ts';
import { podSecurity } from './pod-security.ts';
import { serviceAccountDeleted } from './service-account-deleted.ts';
import { tokenNotMounted } from './token-not-mounted.ts';
import { tokenReviewForbidden } from './token-review-forbidden.ts';
import { tokenRotationStopped } from './token-rotation-stopped.ts';

/** In the order of the catalogue. */
export const KUBERNETES_FAULTS: readonly Fault[] = [
  apiServerDown,
  tokenReviewForbidden,
  serviceAccountDeleted,
  tokenNotMounted,
  tokenRotationStopped,
  podEvicted,
  podSecurity,
  apiServerClockAhead,
  nodeClockAhead,
];
