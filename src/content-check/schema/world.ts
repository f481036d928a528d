import { z } from 'zod';
import { text } from './common.ts';

/** `content/worlds/*.yaml`: a starting point that scenarios and labs share. */
export const worldSchema = z.strictObject({
  title: text,
  /** What a learner finds there, in a sentence or two. */
  about: text,
  /** Seed of the world's random numbers. */
  seed: z.int().nonnegative().default(1),
  /** The moment the run begins; the model's own epoch when left out. */
  epoch: z.iso.datetime({ message: 'is not a time: write it as `2026-01-05T08:00:00Z`' }).optional(),
  vault: z
    .strictObject({
      version: z.enum(['1.19', '1.21']).default('1.19'),
      /** Whether Vault runs as a Pod of the cluster and has a ServiceAccount of its own. */
      place: z.enum(['inside', 'outside']).default('inside'),
    })
    .prefault({}),
  /** Whether a PostgreSQL answers at `postgresql:5432`: superuser `vault`, password `vault`. */
  database: z.boolean().optional(),
  /** Files as a learner sees them, by name. */
  files: z.record(z.string().regex(/^[\w.-]+$/, 'is not a file name'), z.string()),
  /** Commands that an operator has run before the time 0. */
  setup: z.array(text).default([]),
});

export type World = z.output<typeof worldSchema>;
