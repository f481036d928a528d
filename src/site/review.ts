/** What can be reviewed, made at build time. */
import type { ReviewData } from '../islands/review/data.ts';
import { content } from './content.ts';

const misconceptionsIn = (body: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(body).matchAll(/"misconception":"(M\d+)"/g)].map((match) => match[1]!)),
];

export const reviewData = (): ReviewData => ({
  deck: {
    questions: content.banks.flatMap(({ bank }) =>
      bank.questions
        // A lab is reviewed check by check.
        .filter(({ type }) => type !== 'lab')
        .map(({ id, title, lesson, objectives, scenario, body }) => ({
          id,
          title,
          lesson,
          objectives,
          situation: scenario,
          misconceptions: misconceptionsIn(body),
        })),
    ),
    checks: Object.entries(content.labs).flatMap(([lab, { value }]) =>
      value.checks.map(({ id, say }) => ({
        lab,
        check: id,
        title: `${value.title}: ${say}`,
        objectives: value.objectives,
      })),
    ),
  },
  domains: (content.objectives?.value.domains ?? []).map(({ id, title, objectives }) => ({ id, title, objectives })),
  misconceptions: Object.fromEntries(
    Object.entries(content.misconceptions?.value ?? {}).map(([id, { believed, truth }]) => [id, { believed, truth }]),
  ),
  lessons: Object.fromEntries(content.lessons.map(({ value: { id, title, slug } }) => [id, { title, slug }])),
});
