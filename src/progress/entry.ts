import {
  anything,
  listOf,
  moment,
  name,
  oneOf,
  orNull,
  record,
  type Shape,
  type Shaped,
  share,
  truth,
} from './shape.ts';

const common = {
  /** Unique on every device, so that two devices' entries never clash. */
  id: name,
  /** Unix milliseconds. */
  at: moment,
};

const confidence = orNull(oneOf('sure', 'unsure', 'guess'));

/** A question was answered. */
const attempt = record({
  ...common,
  kind: oneOf('attempt'),
  question: name,
  /** Belongs to the question's type. */
  answer: anything,
  score: share,
  confidence,
  /** Misconceptions that the answer shows. */
  misconceptions: listOf(name),
  /** Where it was asked. */
  via: oneOf('lesson', 'quiz', 'review', 'exam'),
});

/** Something in a lesson was done for the first time: a step, a scenario played, the lesson finished. */
const lesson = record({ ...common, kind: oneOf('lesson'), lesson: name, step: name });

/** An exam was finished. Its answers are attempts of their own besides, so that practice and review know them. */
const exam = record({
  ...common,
  kind: oneOf('exam'),
  blueprint: name,
  title: name,
  /** Seed and version of the bank, and the items left out because they should rest: the same give the same exam. */
  seed: name,
  bank: name,
  resting: listOf(name),
  /** The time limit; null for none. */
  minutes: orNull(moment),
  /** Percent of the points that counted as passed. */
  pass: moment,
  /** How partly right answers were counted. */
  partial: oneOf('all', 'share'),
  started: moment,
  ended: moment,
  endedBy: oneOf('learner', 'time'),
  /** Milliseconds counted; pauses are not. */
  used: moment,
  pauses: moment,
  /** By how many milliseconds the clock of the machine was set back meanwhile. */
  setBack: moment,
  /** In the order asked. A score is null where no answer was given. */
  items: listOf(
    record({
      question: name,
      objectives: listOf(name),
      /** Belongs to the question's type; null where none was given. */
      answer: anything,
      score: orNull(share),
      confidence,
      misconceptions: listOf(name),
      flagged: truth,
      /** Milliseconds on the screen. */
      spent: moment,
    }),
  ),
});

/** A lab was graded. Checks by their ids within the lab; a lab with no failed check is done. */
const lab = record({ ...common, kind: oneOf('lab'), lab: name, passed: listOf(name), failed: listOf(name) });

/** A card of the review was put away or brought back; the latest entry of a card holds. */
const card = record({
  ...common,
  kind: oneOf('card'),
  card: name,
  state: oneOf('active', 'suspended', 'buried'),
  /** Until when a buried card rests; null for the other states. */
  until: orNull(moment),
});

/** An attempt or a graded lab was taken back: it stays in the history and counts no more. */
const undo = record({ ...common, kind: oneOf('undo'), of: name });

/** A setting was chosen; the latest entry of a name holds. */
const setting = record({ ...common, kind: oneOf('setting'), name, value: anything });

/** The learner's unfinished work, kept for the next visit; the latest entry of a place holds. */
const draft = record({ ...common, kind: oneOf('draft'), place: name, value: anything });

const kinds = { attempt, lesson, exam, lab, card, undo, setting, draft } as const;

/** One thing that is remembered. Entries are only ever added; what holds now is computed from them. */
export type Entry = Shaped<(typeof kinds)[keyof typeof kinds]>;
export type Attempt = Shaped<typeof attempt>;
export type LessonEntry = Shaped<typeof lesson>;
export type ExamEntry = Shaped<typeof exam>;
export type LabEntry = Shaped<typeof lab>;
export type CardEntry = Shaped<typeof card>;

type Unmarked<E> = E extends Entry ? Omit<E, 'id' | 'at'> : never;
/** What can be added: the store gives id and time. */
export type NewEntry = Unmarked<Entry>;

/** Kinds of which only the latest entry of each name is worth keeping. */
export const latestKey = (entry: Entry): string | null => {
  if (entry.kind === 'setting') return `setting ${entry.name}`;
  if (entry.kind === 'draft') return `draft ${entry.place}`;
  if (entry.kind === 'card') return `card ${entry.card}`;
  return null;
};

/** The key under which an entry is one and the same on every device. */
export const keyOf = (entry: Entry): string => latestKey(entry) ?? entry.id;

export type ReadEntry = { readonly entry: Entry } | { readonly problem: string };

/** Read a stored record. A record that is not an entry is described, never thrown away by the caller. */
export const readEntry = (raw: unknown): ReadEntry => {
  const kind = (raw as { readonly kind?: unknown } | null | undefined)?.kind;
  const shape: Shape<unknown> | undefined =
    typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : undefined;
  if (shape === undefined) return { problem: `kind: must be one of ${Object.keys(kinds).join(', ')}` };
  const problem = shape(raw);
  return problem === null ? { entry: raw as Entry } : { problem };
};
