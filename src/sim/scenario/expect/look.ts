import type { Time } from '../../kernel/index.ts';
import type { Session } from '../session.ts';
import type { Outcome } from './expectation.ts';

/** One look at a session at its present moment. The session is a branch: a look may do in it what it likes. */
export type Look = (session: Session) => Outcome;

/** How one kind of observation is made. */
export interface Observation<E> {
  /** The look for an expectation. @param since entries of the history before this time (since time 0) do not count */
  readonly look: (expected: E, since: Time) => Look;
  /** Something that stays the same as long as a look would come out the same; without it every second is looked at. */
  readonly version?: (session: Session) => unknown;
}

export const held = (observed: string): Outcome => ({ held: true, observed });
export const failed = (observed: string): Outcome => ({ held: false, observed });

/** A text in a sentence: its lines as one, and not too long of them. */
export const quoted = (text: string): string => {
  // Loggers write what has several lines behind a bar.
  const line = text
    .trim()
    .replace(/(?:\s*\n\s*\|(?:[^\S\n]|\\t)*)+/g, ' ')
    .replace(/\s*\n\s*(?=\w+=)/g, ' ')
    .replace(/\s*\n\s*/g, ' / ');
  return `\`${line.length > 300 ? `${line.slice(0, 300)}…` : line}\``;
};

/** Whether a name fits a pattern in which `*` stands for any text. */
export const fits = (pattern: string, name: string): boolean => {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  if (parts.length === 1) return name === pattern;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts.at(-1) ?? '';
  return name.length - last.length >= at && name.endsWith(last);
};
