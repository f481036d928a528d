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
  /** Where a lesson explains it; the path is below the site's base. */
  readonly lesson: { readonly title: string; readonly path: string } | null;
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
  readonly situation: {
    readonly title: string;
    readonly text: Rich;
    /** All questions on it, in their order. */
    readonly questions: readonly { readonly id: string; readonly title: string }[];
  } | null;
  /** The lab that answers it. */
  readonly lab: { readonly id: string; readonly title: string } | null;
}

export interface ServedWith {
  readonly bank: Pick<Bank, 'references' | 'scenarios' | 'questions'>;
  readonly misconceptions: Readonly<Record<string, Misconception>>;
  readonly lesson: ServedQuestion['lesson'];
  readonly labs: Readonly<Record<string, { readonly title: string }>>;
}

/** Ids of the misconceptions that answers of this body can show. */
export const misconceptionsOf = (body: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(body).matchAll(/"misconception":"(M\d+)"/g)].map((match) => match[1]!)),
];

const labOf = (body: unknown, labs: ServedWith['labs']): ServedQuestion['lab'] => {
  const id = typeof body === 'object' && body !== null && 'lab' in body ? String(body.lab) : '';
  return Object.hasOwn(labs, id) ? { id, title: labs[id]!.title } : null;
};

/** Puts a question together with its references, misconceptions and lesson. */
export const serve = (question: Question, { bank, misconceptions, lesson, labs }: ServedWith): ServedQuestion => {
  const named = misconceptionsOf(question.body);
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
    misconceptions: Object.fromEntries(Object.entries(misconceptions).filter(([id]) => named.includes(id))),
    lesson,
    situation:
      scenario === undefined
        ? null
        : {
            title: scenario.title,
            text: scenario.text,
            questions: bank.questions.filter((q) => q.scenario === scenario.id).map(({ id, title }) => ({ id, title })),
          },
    lab: labOf(question.body, labs),
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
