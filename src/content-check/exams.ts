import { assemble } from '../exam/assembly/assemble.ts';
import type { Lack } from '../exam/assembly/lacks.ts';
import { toBlueprint } from '../exam/blueprint/blueprint.ts';
import { examItems } from '../exam/item.ts';
import { questionTypes } from '../quiz/types/index.ts';
import { suggestion } from '../text/suggest.ts';
import type { Content } from './content.ts';
import { knownIn, needIn } from './known.ts';
import { type Message, reportInto } from './message.ts';

/** An exam for which questions are still to be written. */
export interface NotReady {
  readonly file: string;
  /** At the least: lines and counts may ask for the same questions. */
  readonly missing: number;
  /** Each with its line, as messages are written. */
  readonly lacks: readonly string[];
}

/** Draws of one blueprint that are tried: what one seed finds, another might not. */
const SEEDS = ['a', 'b', 'c'];

const missingIn = (lacks: readonly Lack[]): number => {
  const by = new Map<string, number>();
  for (const { at, missing } of lacks) by.set(String(at[0]), (by.get(String(at[0])) ?? 0) + missing);
  return Math.max(0, ...by.values());
};

/** Checks blueprints: what they name, and that the banks can fill them. An exam that is not ready is told apart. */
export const checkExams = (
  content: Content,
): { readonly messages: readonly Message[]; readonly notReady: readonly NotReady[] } => {
  const messages: Message[] = [];
  const notReady: NotReady[] = [];
  const known = knownIn(content);
  const items = examItems(content.banks.map(({ bank }) => bank));
  for (const [id, { file, value, document }] of Object.entries(content.exams)) {
    const report = reportInto(messages, file);
    const need = needIn(known, report);
    for (const [i, { objective }] of value.draw.entries()) {
      if (objective !== undefined) need('objective', objective, document.place(['draw', i, 'objective']));
    }
    const blueprint = toBlueprint(id, value);
    for (const kind of value.ready ? (blueprint.kinds ?? []) : []) {
      if (!questionTypes.names.includes(kind))
        report.error(
          'exam/kind',
          document.keyPlace(['kinds', kind]),
          `There is no kind of question \`${kind}\`.`,
          suggestion(kind, questionTypes.names),
        );
    }
    const seeds = blueprint.seed === null ? SEEDS : [blueprint.seed];
    const failed = seeds.map((seed) => assemble(blueprint, items, seed)).find((drawn) => !drawn.ok);
    if (failed === undefined || failed.ok) {
      if (!value.ready)
        report.warning(
          'exam/ready',
          document.keyPlace(['ready']),
          'The bank can fill this exam now.',
          'Remove `ready: false`.',
        );
    } else if (value.ready) {
      for (const { at, text, remedy } of failed.lacks) report.error('exam/lacks', document.place(at), text, remedy);
    } else {
      notReady.push({
        file,
        missing: missingIn(failed.lacks),
        lacks: failed.lacks.map(({ at, text, remedy }) => `${file}:${document.place(at).line} ${text} ${remedy}`),
      });
    }
  }
  return { messages, notReady };
};
