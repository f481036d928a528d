import { z } from 'zod';
import { day, id, text, webAddress } from './common.ts';

/** `content/references.yaml`: where claims can be checked, by key. */
export const referencesSchema = z.record(
  id,
  z.strictObject({
    title: text,
    publisher: text,
    url: webAddress.optional(),
    /** Where in a source without an address of its own: a file of a repository, a family of recordings. */
    where: text.optional(),
    kind: z.enum(['documentation', 'source code', 'recording', 'specification', 'article', 'certification']),
    verified: day,
    note: text.optional(),
  }),
);

/** `content/glossary.yaml`: one name for one thing, by id. */
export const glossarySchema = z.record(
  id,
  z.strictObject({ term: text, means: text, not: text.optional(), lesson: z.string().optional() }),
);

/** `content/objectives.yaml`: the official objectives, by id, in domains. */
export const objectivesSchema = z.strictObject({
  exam: id,
  title: text,
  vault: text,
  source: id,
  domains: z
    .array(
      z.strictObject({
        id: text,
        title: text,
        objectives: z
          .array(z.strictObject({ id: z.string().regex(/^\d[a-z]$/, 'is not an objective id: `1a`'), title: text }))
          .min(1),
      }),
    )
    .min(1),
});

/** `content/misconceptions.yaml`: what people believe and what is so, by id (`M01`). */
export const misconceptionsSchema = z.record(
  z.string().regex(/^M\d{2}$/, 'is not a misconception id: write for example `M01`'),
  z.strictObject({
    believed: text,
    truth: text,
    /** Where a lesson explains it: `L04`, or with the heading's anchor `L04#who-may-ask`. */
    lesson: z
      .string()
      .regex(/^[LR]\d{1,2}(#[a-z0-9-]+)?$/, 'is not a place in a lesson: write for example `L04#who-may-ask`')
      .optional(),
  }),
);

/** `content/errata.yaml`: what the source article says otherwise, by id (`E1`). */
export const errataSchema = z.record(
  z.string().regex(/^[EN]\d{1,2}$/, 'is not an erratum id: write for example `E1`'),
  z.strictObject({
    says: text,
    truth: text,
    consequence: text.optional(),
    sources: z.array(id).min(1),
    lesson: z.string().optional(),
  }),
);

export type References = z.output<typeof referencesSchema>;
export type Glossary = z.output<typeof glossarySchema>;
export type Objectives = z.output<typeof objectivesSchema>;
export type Misconceptions = z.output<typeof misconceptionsSchema>;
export type Errata = z.output<typeof errataSchema>;
