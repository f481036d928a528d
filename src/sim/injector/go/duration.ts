import { readDuration } from '../../go/duration.ts';
import { Refusal } from './refusal.ts';

/**
 * Checks a Go duration (`90s`, `1h30m`, `-1s`).
 * @returns nanoseconds
 * @throws Refusal `time: missing unit in duration "10"` and its like
 */
export const parseDuration = (text: string): bigint => {
  const read = readDuration(text);
  if ('error' in read) throw new Refusal(read.error);
  return read.nanoseconds;
};
