import type { Level, Message, Place } from '../message.ts';

/** Collects messages about one file. */
export interface Reporter {
  readonly messages: readonly Message[];
  error(code: string, place: Place, text: string, remedy: string): void;
  warning(code: string, place: Place, text: string, remedy: string): void;
}

/** A reporter for `file`, the name as it shall appear in the messages. */
export const reporterFor = (file: string): Reporter => {
  const messages: Message[] = [];
  const add = (level: Level, code: string, place: Place, text: string, remedy: string): void => {
    messages.push({ level, code, file, line: place.line, column: place.column, text, remedy });
  };
  return {
    messages,
    error: (code, place, text, remedy) => add('error', code, place, text, remedy),
    warning: (code, place, text, remedy) => add('warning', code, place, text, remedy),
  };
};
