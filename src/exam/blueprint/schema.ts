import { z } from 'zod';
import { BLOOM_LEVELS } from '../../quiz/bank/bank.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not an id: use lower-case letters, digits and single hyphens');
const text = z.string().trim().min(1, 'is empty');
const count = z.int().nonnegative();

/** How many: `3` exactly, `2..4` from two to four, `2..` at least two. */
const range = z.union([count, z.string()]).transform((value, context) => {
  if (typeof value === 'number') return { least: value, most: value };
  const match = /^(\d+)\.\.(\d*)$/.exec(value);
  const least = Number(match?.[1]);
  const most = match?.[2] === '' ? null : Number(match?.[2]);
  if (match !== null && (most === null || most >= least)) return { least, most };
  context.addIssue({ code: 'custom', message: 'is not a count: write `3`, `2..4` or `2..`' });
  return z.NEVER;
});

/** One line of the draw: so many items on an objective, or of a lesson. */
const line = z
  .strictObject({
    objective: z.string().optional(),
    lesson: z
      .string()
      .regex(/^[LR]\d{1,2}$/, 'is not a lesson id: write for example `L04`')
      .optional(),
    items: z.int().positive(),
  })
  .superRefine((value, context) => {
    if (value.objective === undefined && value.lesson === undefined)
      context.addIssue({ code: 'custom', message: 'names nothing to draw from: add `objective:` or `lesson:`' });
  });

/** `content/exams/*.yaml`: what an exam consists of. */
export const blueprintSchema = z.strictObject({
  title: text,
  /** What it examines, in a sentence or two. */
  about: text,
  /**
   * False while questions are still to be written. The check then says what is missing without failing, and pages show
   * the exam as not ready.
   */
  ready: z.boolean().default(true),
  /** Minutes proposed; learners can choose others, or none. */
  minutes: z.int().min(1).max(600).default(60),
  /** Our line, in percent of the points. */
  pass: z.int().min(1).max(100).default(70),
  /** A fixed form: everybody gets the same items. Without it each attempt has its own seed. */
  seed: id.optional(),
  /** How many days an answered question rests before it is drawn again, where the bank allows. */
  rest: z.int().min(0).max(365).default(7),
  /** The draw, line by line; an item counts for one line. */
  draw: z.array(line).min(1),
  /** Counts by kind of question. With it, kinds that are not named are not drawn. */
  kinds: z.record(z.string(), range).optional(),
  /** Counts by difficulty, `3` or `1-2`. */
  difficulty: z
    .record(z.string().regex(/^[1-5](-[1-5])?$/, 'is not a difficulty: write `3` or `1-2`'), range)
    .optional(),
  /** Counts by level of thinking. */
  levels: z.partialRecord(z.enum(BLOOM_LEVELS), range).optional(),
  /** How many situations are asked with all their questions. Of every other situation at most one question is drawn. */
  situations: count.default(0),
});

/** How many: from `least` to `most`, both included; null for no upper bound. */
export interface Range {
  readonly least: number;
  readonly most: number | null;
}

export type BlueprintFile = z.output<typeof blueprintSchema>;
