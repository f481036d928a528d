/** A day of the learner's calendar, counted from 1970-01-01. Days, not hours, are what reviews are planned in. */
export type Day = number;

const DAY = 86_400_000;
/** Who learns after midnight is still in yesterday's session: a day begins at four in the morning, as in Anki. */
const BEGINS = 4 * 3_600_000;

/** The learner's day of a moment (Unix milliseconds), where the program runs. */
export const dayOf = (at: number): Day => {
  const shown = new Date(at - BEGINS);
  return Date.UTC(shown.getFullYear(), shown.getMonth(), shown.getDate()) / DAY;
};

/** The moment (Unix milliseconds) at which a day begins. */
export const beginningOf = (day: Day): number => {
  const date = new Date(day * DAY);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()).getTime() + BEGINS;
};

/** `2026-11-25`. */
export const dayText = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The day that a text names, or null. @param text `2026-11-25` */
export const readDay = (text: string): Day | null => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at / DAY;
};
