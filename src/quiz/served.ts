/** A question as pages hand it to a browser: with what it refers to, without what only authors need. */
import type { Bank, Question } from './bank/bank.ts';
import type { Rich } from './rich/types.ts';
import type { Registry } from './types/registry.ts';

export interface Source {
  readonly title: string;
  readonly url: string;
}

/** What people believe and what is so. */
export interface Misconception {
  readonly believed: string;
  readonly truth: string;
}

export interface ServedQuestion {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly stem: Rich;
  readonly body: unknown;
  readonly shuffle: boolean;
  readonly objectives: readonly string[];
  readonly difficulty: number;
  readonly why: Rich | null;
  readonly hints: readonly Rich[];
  /** Parts whose claim the model plays; `key` for the question's key as a whole. */
  readonly runs: readonly string[];
  readonly sources: readonly Source[];
  readonly misconceptions: Readonly<Record<string, Misconception>>;
  readonly lesson: { readonly id: string; readonly title: string; readonly slug: string } | null;
  /** The situation that the question shares with others. */
  readonly situation: { readonly title: string; readonly text: Rich } | null;
}

export interface ServedWith {
  readonly bank: Pick<Bank, 'references' | 'scenarios'>;
  readonly misconceptions: Readonly<Record<string, Misconception>>;
  readonly lesson: ServedQuestion['lesson'];
}

const mentioned = (body: unknown): ReadonlySet<string> =>
  new Set([...JSON.stringify(body).matchAll(/"misconception":"(M\d+)"/g)].map((match) => match[1]!));

/** Puts a question together with its references, misconceptions and lesson. */
export const serve = (question: Question, { bank, misconceptions, lesson }: ServedWith): ServedQuestion => {
  const named = mentioned(question.body);
  const scenario = bank.scenarios.find(({ id }) => id === question.scenario);
  return {
    id: question.id,
    type: question.type,
    title: question.title,
    stem: question.stem,
    body: question.body,
    shuffle: question.shuffle,
    objectives: question.objectives,
    difficulty: question.difficulty,
    why: question.why,
    hints: question.hints,
    runs: [...new Set(question.proofs.map(({ of }) => of))],
    sources: question.citations.flatMap(({ key, anchor }) => {
      const reference = bank.references[key];
      if (reference === undefined) return [];
      return [{ title: reference.title, url: anchor === null ? reference.url : `${reference.url}#${anchor}` }];
    }),
    misconceptions: Object.fromEntries(
      Object.entries(misconceptions)
        .filter(([id]) => named.has(id))
        .map(([id, { believed, truth }]) => [id, { believed, truth }]),
    ),
    lesson,
    situation: scenario === undefined ? null : { title: scenario.title, text: scenario.text },
  };
};

/** The question before it is answered: no key, no feedback, no reasons. */
export const conceal = (served: ServedQuestion, types: Registry): ServedQuestion => ({
  ...served,
  body: types.find(served.type)?.conceal(served.body) ?? null,
  why: null,
  runs: [],
  sources: [],
  misconceptions: {},
});
