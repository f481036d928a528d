import type { Fault } from '../fault.ts';
import { agentImageMissing } from './agent-image-missing.ts';
import { agentMemoryTooLow } from './agent-memory-too-low.ts';
import { certificateExpired } from './certificate-expired.ts';
import { certificateUntrusted } from './certificate-untrusted.ts';
import { injectorDownFail } from './down-fail.ts';
import { injectorDownIgnore } from './down-ignore.ts';
import { selectorExcludes } from './selector-excludes.ts';

/** In the order of the catalogue. */
export const INJECTOR_FAULTS: readonly Fault[] = [
  injectorDownIgnore,
  injectorDownFail,
  selectorExcludes,
  certificateUntrusted,
  certificateExpired,
  agentImageMissing,
  agentMemoryTooLow,
];
