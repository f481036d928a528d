import { z } from 'zod';
import { id, text } from './common.ts';

/** The front matter of `content/lessons/*.md`. */
export const lessonSchema = z.strictObject({
  /** Permanent: `L04`. */
  id: z.string().regex(/^[LR]\d{1,2}$/, 'is not a lesson id: write for example `L04`'),
  title: text,
  /** Place in the course. */
  order: z.int().positive(),
  /** The page's address below /lessons/. */
  slug: id,
  /** One or two sentences at the top of the page. */
  summary: text,
  minutes: z.int().min(5).max(60),
  /** What the reader can do afterwards: each completes "After this lesson you can …". */
  outcomes: z.array(text).min(2),
  /** Ids of content/objectives.yaml. */
  objectives: z.array(z.string()).min(1),
  /** Ids of questions asked before the text. */
  prequestions: z.array(id).length(3, 'must name three questions'),
  /** Ids of questions at the end. */
  quiz: z.array(id).default([]),
  /** Keys of content/references.yaml. */
  sources: z.array(id).min(1),
  /** Ids of content/errata.yaml that this lesson corrects. */
  errata: z.array(z.string()).default([]),
  /** Versions the statements were checked with. */
  verified: z.array(text).min(1),
});

export type Lesson = z.output<typeof lessonSchema>;
