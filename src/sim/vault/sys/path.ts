import { internalPath } from '../core/internal-path.ts';

/** For the paths of `sys/`: no storage of its own, everything through `core.tx`. */
export const sysPath = internalPath<null>();
