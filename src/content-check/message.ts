import { byPlace, formatMessage, type Level, type Message } from '../quiz/message.ts';
import type { Place } from '../yaml/index.ts';

export { byPlace, formatMessage, type Message };

/** Collects messages about one file. */
export interface Report {
  error(code: string, place: Place, text: string, remedy: string): void;
  warning(code: string, place: Place, text: string, remedy: string): void;
}

/** A report about `file` that ends up in `messages`. */
export const reportInto = (messages: Message[], file: string): Report => {
  const add = (level: Level, code: string, place: Place, text: string, remedy: string): void => {
    messages.push({ level, code, file, line: place.line, column: place.column, text, remedy });
  };
  return {
    error: (code, place, text, remedy) => add('error', code, place, text, remedy),
    warning: (code, place, text, remedy) => add('warning', code, place, text, remedy),
  };
};
