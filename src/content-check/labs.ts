import type { Content } from './content.ts';
import { checkFiles } from './embedded.ts';
import { labOf } from './lab.ts';
import { type Message, reportInto } from './message.ts';
import type { Work } from './work.ts';

/** The labs as work for the model: each must keep what it promises. */
export const labWork = (content: Content, messages: Message[]): readonly Work[] =>
  Object.entries(content.labs).flatMap(([id, { file, value, document }]): Work[] => {
    const lab = labOf(content, id, value);
    if (lab === null) return [];
    const report = reportInto(messages, file);
    const judge: Work['judge'] = (result) => {
      if (result.kind !== 'lab') return false;
      for (const { path, text, remedy } of result.problems)
        report.error('lab/promise', document.place(path), text, remedy);
      return true;
    };
    return [{ job: { kind: 'lab', lab }, judge }];
  });

/** What can be said of labs without playing them. */
export const checkLabs = (content: Content, messages: Message[]): void => {
  for (const { file, value, document } of Object.values(content.labs)) {
    const report = reportInto(messages, file);
    checkFiles(value.files, (name) => document.place(['files', name]), report);
    const ids = value.checks.map(({ id }) => id);
    const known = (id: string, path: readonly (string | number)[]): void => {
      if (!ids.includes(id))
        report.error(
          'link/unknown',
          document.place([...path]),
          `There is no check \`${id}\`.`,
          `Known: ${ids.join(', ')}.`,
        );
    };
    for (const [i, { fails }] of value.wrong.entries())
      for (const [k, id] of fails.entries()) known(id, ['wrong', i, 'fails', k]);
    for (const [i, { checks = [] }] of value.variations.entries())
      for (const [k, id] of checks.entries()) known(id, ['variations', i, 'checks', k]);
  }
};
