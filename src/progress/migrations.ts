/** Records of earlier versions, brought to the present one, a version at a time. */

/** The version of stored and exported records. A change that a reader must know of raises it and adds a step below. */
export const VERSION = 2;

type Raw = Readonly<Record<string, unknown>>;

/** By the version they start from. A step changes what it knows and leaves anything else as it found it. */
const steps: Readonly<Record<number, (record: Raw) => Raw>> = {
  // Version 2 knows where a question was asked; before, only quizzes recorded answers.
  1: (record) => (record.kind === 'attempt' && record.via === undefined ? { ...record, via: 'quiz' } : record),
};

/**
 * A record as the present version writes it. What is no record passes unchanged: reading it says what is wrong.
 * @param from the version that wrote it
 */
export const migrate = (raw: unknown, from: number): unknown => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  let record = raw as Raw;
  for (let version = from; version < VERSION; version++) record = steps[version]?.(record) ?? record;
  return record;
};
