/** What pages hand to their islands: plain JSON, made at build time. */
import type { PlayableScenario } from '../content-check/play.ts';
import { playable } from '../content-check/playable.ts';
import { proofSchema } from '../content-check/schema/scenario.ts';
import type { Reference } from '../quiz/bank/bank.ts';
import { content } from './content.ts';

export interface ScenarioChoice {
  /** The value of `?scenario=` in the address. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly recipe: PlayableScenario;
}

/** The scenarios that the workbench can open, with their worlds and files put together. */
export const scenarioChoices = (): readonly ScenarioChoice[] =>
  Object.entries(content.scenarios).flatMap(([id, { value }]) => {
    const recipe = playable(content, id, value.title, value);
    return recipe === null ? [] : [{ id, title: value.title, about: value.about, recipe }];
  });

/** The runs that prove answers, by `<question>/<option>`: the value of `?proof=` in the address. */
export const proofChoices = (): readonly ScenarioChoice[] =>
  content.banks
    .flatMap(({ bank }) => bank.questions)
    .flatMap((question) =>
      question.proofs.flatMap((proof) => {
        const id = `${question.id}/${proof.of}`;
        const scenario = proofSchema.safeParse(proof.scenario);
        const recipe = scenario.success ? playable(content, id, question.title, scenario.data) : null;
        return recipe === null
          ? []
          : [{ id, title: question.title, about: 'The run that proves this answer.', recipe }];
      }),
    );

/** All questions with the references that they cite, and what their ids stand for. */
export const questionData = () => ({
  questions: content.banks.flatMap(({ bank }) => bank.questions),
  references: Object.assign({}, ...content.banks.map(({ bank }) => bank.references)) as Readonly<
    Record<string, Reference>
  >,
  lessons: content.lessons.map(({ value: { id, title, slug, quiz } }) => ({ id, title, slug, quiz })),
  misconceptions: content.misconceptions?.value ?? {},
});

/** What progress is counted by: lessons, objectives in their domains, misconceptions. */
export const progressData = () => ({
  lessons: content.lessons.map(({ value: { id, title, slug, objectives } }) => ({ id, title, slug, objectives })),
  domains: content.objectives?.value.domains ?? [],
  questions: content.banks.flatMap(({ bank }) =>
    bank.questions.map(({ id, lesson, objectives }) => ({ id, lesson, objectives })),
  ),
  misconceptions: content.misconceptions?.value ?? {},
});
