import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const moment = z.number().check(z.nonnegative());

const common = {
  /** Unique on every device: the device's name and a count, so that two devices' entries never clash. */
  id,
  /** Unix milliseconds. */
  at: moment,
};

/** A question was answered. `answer` belongs to the question's type. */
const attempt = z.object({
  ...common,
  kind: z.literal('attempt'),
  question: id,
  answer: z.unknown(),
  /** 0 to 1. */
  score: z.number().check(z.minimum(0), z.maximum(1)),
  confidence: z.nullable(z.enum(['sure', 'unsure', 'guess'])),
  /** Misconceptions that the answer shows. */
  misconceptions: z.array(id),
});

/** Something in a lesson was done for the first time: a step, a scenario played, the lesson finished. */
const lesson = z.object({ ...common, kind: z.literal('lesson'), lesson: id, step: id });

/** A setting was chosen; the latest entry of a name holds. */
const setting = z.object({ ...common, kind: z.literal('setting'), name: id, value: z.unknown() });

/** The learner's files on the workbench, kept for the next visit; the latest entry of a place holds. */
const draft = z.object({ ...common, kind: z.literal('draft'), place: id, value: z.unknown() });

/** One thing that is remembered. Entries are only ever added; what holds now is computed from them. */
export const entrySchema = z.discriminatedUnion('kind', [attempt, lesson, setting, draft]);
export type Entry = z.infer<typeof entrySchema>;
export type Attempt = z.infer<typeof attempt>;
export type LessonEntry = z.infer<typeof lesson>;

/** What can be added: the store gives id and time. */
export type NewEntry = Entry extends infer E ? (E extends Entry ? Omit<E, 'id' | 'at'> : never) : never;

/** Kinds of which only the latest entry of each name is worth keeping. */
export const latestKey = (entry: Entry): string | null => {
  if (entry.kind === 'setting') return `setting ${entry.name}`;
  if (entry.kind === 'draft') return `draft ${entry.place}`;
  return null;
};

export type ReadEntry = { readonly entry: Entry } | { readonly problem: string };

/** Read a stored record. A record that is not an entry is described, never thrown away by the caller. */
export const readEntry = (raw: unknown): ReadEntry => {
  const result = entrySchema.safeParse(raw);
  if (result.success) return { entry: result.data };
  const issue = result.error.issues[0];
  return { problem: `${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'is not an entry'}` };
};
