import { parseYaml } from '../../yaml/index.ts';
import type { Results } from './rule.ts';
import { mean } from './words.ts';

/** The first answers of one learner: score by question, 0 to 1. */
export type FirstAnswers = Readonly<Record<string, number>>;

/** Learners from which on a correlation says something. */
const ENOUGH = 10;

/** Pearson's correlation of pairs; null where one side never varies. */
const correlation = (pairs: readonly (readonly [number, number])[]): number | null => {
  const [a, b] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [x, y] of pairs) {
    ab += (x - a) * (y - b);
    aa += (x - a) ** 2;
    bb += (y - b) ** 2;
  }
  return aa === 0 || bb === 0 ? null : ab / Math.sqrt(aa * bb);
};

/**
 * How questions went in sessions that people exported on purpose.
 * @param learners first answers, one record a learner
 * @returns by question: answers, share of right ones, correlation with the mean of the learner's other answers
 */
export const resultsOf = (learners: readonly FirstAnswers[]): Readonly<Record<string, Results>> => {
  const questions = new Set(learners.flatMap((answers) => Object.keys(answers)));
  return Object.fromEntries(
    [...questions].sort().map((id) => {
      const answered = learners.filter((answers) => Object.hasOwn(answers, id));
      const pairs = answered.flatMap((answers) => {
        const rest = Object.entries(answers).filter(([other]) => other !== id);
        return rest.length === 0 ? [] : [[answers[id]!, mean(rest.map(([, score]) => score))] as const];
      });
      return [
        id,
        {
          answered: answered.length,
          right: mean(answered.map((answers) => (answers[id] === 1 ? 1 : 0))),
          correlation: pairs.length < ENOUGH ? null : correlation(pairs),
        },
      ];
    }),
  );
};

/** Reads `content/questions/results.yaml`; what is not a result is left out. */
export const readResults = (text: string): Readonly<Record<string, Results>> => {
  const value = parseYaml(text, { schema: 'core' }).documents[0]?.value;
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, entry]) => {
      const { answered, right, correlation: found } = (entry ?? {}) as Partial<Results>;
      if (typeof answered !== 'number' || typeof right !== 'number') return [];
      return [[id, { answered, right, correlation: typeof found === 'number' ? found : null }] as const];
    }),
  );
};

/** The results as their file holds them. */
export const writeResults = (results: Readonly<Record<string, Results>>): string =>
  `# How questions went, from progress that learners exported and handed in. Written by \`npm run questions:results\`.
${Object.entries(results)
  .map(([id, { answered, right, correlation: found }]) => {
    const rest = found === null ? 'null' : found.toFixed(3);
    return `${id}: {answered: ${answered}, right: ${right.toFixed(3)}, correlation: ${rest}}\n`;
  })
  .join('')}`;
