import { z } from 'zod';
import { duration, id, text } from './common.ts';
import { expectationSchema, timelineSchema } from './scenario.ts';

/** A lab's id, and the name of its file: the lesson and a letter. */
export const labId = z.string().regex(/^[LR]\d{1,2}-[A-Z]$/, 'is not a lab id: write for example `L07-A`');

const fileName = z.string().regex(/^[\w.-]+$/, 'is not a file name');
const files = z.record(fileName, z.string()).default({});
const commands = z.array(text).default([]);
const timeline = z.array(timelineSchema).default([]);
const expectations = z.array(expectationSchema).min(1, 'is empty: name at least one thing that must be observed');
const answer = {
  /** Files saved, by name; those that change are applied, unless `run` says what is typed. */
  files,
  /** Commands typed. `wait 10m` lets time pass. */
  run: commands,
};

const check = z.strictObject({
  id,
  /** What is so when it passes, in one sentence. */
  say: text,
  /** Why it fails, in place of what was seen: where that would tell the answer. */
  otherwise: text.nullable().default(null),
  /** What the grader does before it looks. */
  first: timeline,
  expect: expectations,
  /** It holds from the start already and must go on to hold. */
  guard: z.boolean().default(false),
});

const wrong = z
  .strictObject({
    id,
    /** A code of content/misconceptions.yaml. */
    misconception: z.string().optional(),
    /** What tells this answer from others. */
    seen: expectations,
    /** Checks that it fails. */
    fails: z.array(id).min(1, 'is empty: name the check that this answer fails'),
    hint: text,
    ...answer,
  })
  .transform(({ files: saved, run, misconception = null, ...rest }) => ({
    ...rest,
    misconception,
    answer: { files: saved, run },
  }));

const variation = z.strictObject({
  id,
  /** What the grader has done, as it ends the sentence "Looked at again": `after every Pod was replaced`. */
  say: text,
  first: z.array(timelineSchema).min(1, 'is empty: say what the grader does'),
  /** Checks that are looked at again; all when left out. */
  checks: z.array(id).optional(),
});

/** `content/labs/*.yaml`; the file's name is its id. */
export const labSchema = z.strictObject({
  title: text,
  /** What one can do afterwards, in one sentence. */
  goal: text,
  /** Markdown: what is so, and what must be so. */
  task: text,
  lesson: z.string().regex(/^[LR]\d{1,2}$/, 'is not a lesson id: write for example `L07`'),
  objectives: z.array(text).min(1, 'is empty: name at least one objective'),
  minutes: z.int().positive(),
  /** Minutes of an optional clock. */
  timer: z.int().positive().optional(),
  world: id.default('base'),
  /** Only the files that differ from the world's. */
  files,
  /** Files of the world that the learner is not given. */
  without: z.array(fileName).default([]),
  /** Commands before time 0 in place of the world's. */
  setup: z.array(text).optional(),
  start: z.strictObject({ timeline, until: duration }),
  checks: z.array(check).min(1, 'is empty: name at least one check'),
  hints: z.array(text).min(1, 'is empty: write at least one hint'),
  wrong: z.array(wrong).default([]),
  solution: z
    .strictObject({
      /** Why it is the answer. Markdown. */
      why: text,
      ...answer,
    })
    .refine((value) => Object.keys(value.files).length + value.run.length > 0, {
      message: 'does nothing: add `files` or `run`',
    }),
  variations: z.array(variation).default([]),
  /** Other names under which everything must come out the same. */
  rename: z.record(text, text).default({}),
});

export type LabFile = z.output<typeof labSchema>;
