import { assemble } from '../../../exam/assembly/assemble.ts';
import type { AttemptInput } from '../../../exam/attempt/attempt.ts';
import type { Recipe } from '../../../exam/link.ts';
import { restingIn } from '../../../exam/result/compare.ts';
import type { Entry } from '../../../progress/index.ts';
import { uniqueName } from '../../../progress/surroundings.ts';
import { digest } from '../../../quiz/hash.ts';
import type { ExamData, ExamForm } from '../../../site/exams.ts';

/** What a learner chooses before an exam. */
export interface Choice {
  readonly form: string;
  /** Null for no limit. */
  readonly minutes: number | null;
  /** Empty for one of its own. */
  readonly seed: string;
  readonly pass: number;
  readonly partial: 'all' | 'share';
}

export const choiceOf = (form: ExamForm): Choice => ({
  form: form.id,
  minutes: form.minutes,
  seed: form.seed ?? '',
  pass: form.pass,
  partial: 'all',
});

/** The times offered: the proposed one, a quarter more, half more, double. */
export const minutesOffered = ({ minutes }: ExamForm): readonly number[] =>
  [1, 1.25, 1.5, 2].map((factor) => Math.round(minutes * factor));

const freshSeed = (): string => digest(uniqueName()).slice(-6);

/** How an exam is drawn: from a link as it says; with a seed of one's own the same for everybody; else rested. */
const recipeFor = (
  { seed }: Choice,
  form: ExamForm,
  data: ExamData,
  linked: Recipe | null,
  entries: readonly Entry[],
): Recipe => {
  if (linked !== null && linked.blueprint === form.id && linked.seed === seed) return { ...linked, bank: data.bank };
  if (seed !== '') return { blueprint: form.id, seed, bank: data.bank, resting: [] };
  const resting = restingIn(entries, form.rest, Date.now());
  return {
    blueprint: form.id,
    seed: freshSeed(),
    bank: data.bank,
    resting: data.items.map(({ id }) => id).filter((id) => resting.has(id)),
  };
};

/** Draws the exam that was chosen, or says why it cannot be drawn. */
export const drawn = (
  choice: Choice,
  data: ExamData,
  linked: Recipe | null,
  entries: readonly Entry[],
): Omit<AttemptInput, 'now'> | { readonly problem: string } => {
  const form = data.forms.find(({ id }) => id === choice.form);
  if (form === undefined) return { problem: 'This exam does not exist here. Choose another.' };
  const recipe = recipeFor(choice, form, data, linked, entries);
  const exam = assemble(form, data.items, recipe.seed, new Set(recipe.resting));
  if (!exam.ok) return { problem: `This exam cannot be drawn. ${exam.lacks[0]?.text ?? ''}` };
  return {
    id: uniqueName(),
    recipe,
    title: form.title,
    pass: choice.pass,
    partial: choice.partial,
    questions: exam.items.map(({ id }) => id),
    limit: choice.minutes === null ? null : choice.minutes * 60_000,
  };
};
