/** Go durations in milliseconds. */
import { printMilliseconds, readDuration } from '../go/duration.ts';

/** Milliseconds of `1h30m`, `90s`, `0`; or Go's words for what is wrong. */
export const parseGoDuration = (text: string): number | { readonly error: string } => {
  const read = readDuration(text);
  return 'error' in read ? read : Number(read.nanoseconds) / 1e6;
};

/** `1m30.5s`, `250ms`, `0s`. @param milliseconds not below zero */
export const goDuration = (milliseconds: number): string => printMilliseconds(milliseconds);
