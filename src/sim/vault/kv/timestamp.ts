import { goTime } from '../framework/index.ts';

/** A moment in metadata; '' for one that is not set. @param wall Unix milliseconds */
export const timestamp = (wall: number | null): string => (wall === null ? '' : goTime(wall));
