import type { Content } from './content.ts';
import { type Message, reportInto } from './message.ts';
import { playable } from './playable.ts';
import type { Work } from './work.ts';

/** The scenarios as work for the model. */
export const scenarioWork = (content: Content, messages: Message[]): readonly Work[] =>
  Object.entries(content.scenarios).flatMap(([id, located]): Work[] => {
    const report = reportInto(messages, located.file);
    const scenario = playable(content, id, located.value.title, located.value);
    if (scenario === null) return [];
    const judge: Work['judge'] = (result) => {
      if (result.kind === 'unplayable') {
        const { path, text, remedy } = result.problem;
        report.error('play/failed', located.document.place(path), text, remedy);
      }
      if (result.kind !== 'played') return false;
      for (const [i, { held, observed }] of result.outcomes.entries()) {
        if (held) continue;
        report.error(
          'play/expectation',
          located.document.place(['expect', i]),
          `The model shows something else: ${observed}`,
          'Correct the expectation, or the files and the timeline.',
        );
      }
      return true;
    };
    return [{ job: { kind: 'play', scenario }, judge }];
  });
