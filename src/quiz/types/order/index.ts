import { listItem } from '../../choice/item.ts';
import { NOTHING } from '../../choice/option.ts';
import { contentId, digest } from '../../hash.ts';
import { richMarkdown } from '../../rich/markdown.ts';
import { richText } from '../../rich/text.ts';
import { accept, asTexts, refuse } from '../checked.ts';
import type { QuestionType } from '../type.ts';
import { keyboard } from './keyboard.ts';
import type { OrderBody, OrderResponse, Step } from './schema.ts';
import { scoreOrder } from './score.ts';

const sealOf = (order: readonly string[]): string => digest(order.join(' '));

const words = (body: OrderBody, order: readonly string[]): string =>
  order.map((id, i) => `${i + 1}. ${richText(body.steps.find((step) => step.id === id)?.text ?? [])}`).join(' ');

/** Steps to put in order: a `1.` list in the right order. */
export const order: QuestionType<OrderBody, OrderResponse> = {
  name: 'order',
  label: 'Put in order',
  answersInText: false,
  keyboard,
  recognises: (draft) => draft.ordered && draft.answers.every((answer) => answer.checked === null),
  read: (draft) => {
    const steps: Step[] = [];
    for (const answer of draft.answers) {
      const id = answer.id ?? contentId(answer.raw);
      if (answer.text.length === 0)
        draft.report.error('read/order', answer.place, 'This step is empty.', 'Write what happens in it.');
      else if (steps.some((step) => step.id === id))
        draft.report.error('read/order', answer.place, 'Two steps have the same text or id.', 'Change one of them.');
      else {
        steps.push({ id, text: answer.text, feedback: answer.feedback });
        draft.locate(id, answer.place);
      }
    }
    const ids = steps.map((step) => step.id);
    if (steps.length >= 3) return { steps, order: ids, seal: sealOf(ids) };
    draft.report.error(
      'read/order',
      draft.place,
      'There is too little to put in order.',
      'List at least three steps as `1. …` in the right order.',
    );
    return null;
  },
  write: (body, below = NOTHING) =>
    body.order
      .flatMap((id) => body.steps.find((step) => step.id === id) ?? [])
      .map(({ id, text, feedback }, i) =>
        listItem(`${i + 1}. `, [`${richMarkdown(text)} {#${id}}`], feedback, below(id)),
      )
      .join('\n'),
  options: () => [],
  key: (body) => body.order,
  check: (body, value) => {
    const ids = asTexts(value);
    const complete =
      ids !== null && ids.length === body.steps.length && body.steps.every((step) => ids.includes(step.id));
    return complete ? accept(ids) : refuse('Put the steps in order first: move at least one.');
  },
  score: scoreOrder,
  // What is shown first is never the right order; else pressing Check would be an answer.
  arrange: (body, shuffle) => {
    const steps = shuffle([...body.steps].sort((a, b) => (a.id < b.id ? -1 : 1)));
    const done = sealOf(steps.map((step) => step.id)) === body.seal;
    return { ...body, steps: done ? [...steps.slice(1), steps[0]!] : steps };
  },
  conceal: (body) => ({
    steps: [...body.steps]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((step) => ({ id: step.id, text: step.text, feedback: [] })),
    order: [],
    seal: body.seal,
  }),
  speak: (body) => body.steps.map((step) => ({ id: step.id, text: richText(step.text) })),
  speakKey: (body) => words(body, body.order),
  speakResponse: words,
};
