import type { Fault } from '../fault.ts';
import { apiServerDown } from './api-server-down.ts';
import { automountOff } from './automount-off.ts';
import { apiServerClockAhead } from './clock-ahead.ts';
import { nodeClockAhead } from './node-clock-ahead.ts';
import { podEvicted } from './pod-evicted.ts';
import { podSecurity } from './pod-security.ts';
import { serviceAccountDeleted } from './service-account-deleted.ts';
import { tokenReviewForbidden } from './token-review-forbidden.ts';
import { tokenRotationStopped } from './token-rotation-stopped.ts';

/** In the order of the catalogue. */
export const KUBERNETES_FAULTS: readonly Fault[] = [
  apiServerDown,
  tokenReviewForbidden,
  serviceAccountDeleted,
  automountOff,
  tokenRotationStopped,
  podEvicted,
  podSecurity,
  apiServerClockAhead,
  nodeClockAhead,
];
