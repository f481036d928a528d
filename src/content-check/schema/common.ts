import { z } from 'zod';
import { parseDuration } from '../../text/duration.ts';

/** A permanent, opaque id: never an index, a path or a title. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not an id: use lower-case letters, digits and single hyphens');

/** Text that says something. */
export const text = z.string().trim().min(1, 'is empty');

/** A Go duration as milliseconds. */
export const duration = z.string().transform((value, context) => {
  const milliseconds = parseDuration(value);
  if (milliseconds !== null) return milliseconds;
  context.addIssue({ code: 'custom', message: 'is not a duration: write for example `5s`, `20m` or `1h30m`' });
  return z.NEVER;
});

/** The day somebody last compared a statement with its source. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day: write it as `2026-11-24`');

export const webAddress = z.string().regex(/^https:\/\/\S+$/, 'is not an address: begin it with `https://`');
