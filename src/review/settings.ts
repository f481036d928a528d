/** The learner's wishes for reviews, read from the document. */
import type { Entry, NewEntry } from '../progress/index.ts';
import { type Day, dayText, readDay } from './day.ts';

export interface ReviewSettings {
  /** The share of recalls wished to succeed. */
  readonly retention: number;
  /** Reviews a day at most. */
  readonly limit: number;
  /** Questions a day that were never answered, at most. */
  readonly fresh: number;
  /** The day of the exam, if there is one. */
  readonly exam: Day | null;
}

export const RETENTIONS = [0.8, 0.85, 0.9, 0.95] as const;
export const LIMITS = [10, 20, 30, 50, 100] as const;
export const FRESH = [0, 3, 5, 10, 20] as const;
export const DEFAULTS: ReviewSettings = { retention: 0.9, limit: 30, fresh: 5, exam: null };

const within = (value: unknown, least: number, most: number): number | null =>
  typeof value === 'number' && value >= least && value <= most ? value : null;

/** What holds now; a stored value that makes no sense counts as not set. */
export const settingsOf = (entries: readonly Entry[]): ReviewSettings => {
  let settings = DEFAULTS;
  for (const entry of entries) {
    if (entry.kind !== 'setting') continue;
    const { value } = entry;
    if (entry.name === 'review/retention')
      settings = { ...settings, retention: within(value, 0.7, 0.97) ?? DEFAULTS.retention };
    if (entry.name === 'review/limit') settings = { ...settings, limit: within(value, 1, 9_999) ?? DEFAULTS.limit };
    if (entry.name === 'review/fresh') settings = { ...settings, fresh: within(value, 0, 9_999) ?? DEFAULTS.fresh };
    if (entry.name === 'review/exam')
      settings = { ...settings, exam: typeof value === 'string' ? readDay(value) : null };
  }
  return settings;
};

/** The entry that remembers one wish. */
export const settingEntry = <K extends keyof ReviewSettings>(name: K, value: ReviewSettings[K]): NewEntry => ({
  kind: 'setting',
  name: `review/${name}`,
  value: name === 'exam' && typeof value === 'number' ? dayText(value) : value,
});
