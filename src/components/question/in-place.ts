import { scoreChoice } from '../../quiz/choice/score.ts';
import { misconceptionsIn, PRACTICE_SETTINGS } from '../../quiz/score/score.ts';

/**
 * Remembers what is answered in the flow of a page: the first time an answer is uncovered with something chosen. The
 * page itself shows the feedback; without this script nothing is remembered, and nothing else is missing.
 */
export const rememberAnswers = (question: HTMLElement): void => {
  const uncovered = question.querySelector('details');
  const id = question.dataset.question;
  const say = question.querySelector('[data-kept]');
  if (uncovered === null || id === undefined) return;
  // Fetched once something is chosen, so that it is there when the answer is uncovered; reading alone loads none of it.
  const light = () => import('../../progress/light.ts');
  question.addEventListener('change', () => void light(), { once: true });
  const remember = async (): Promise<void> => {
    const inputs = [...question.querySelectorAll<HTMLInputElement>('.option input')];
    const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
    if (!uncovered.open || chosen.length === 0) return;
    uncovered.removeEventListener('toggle', remember);
    const options = inputs.map(({ value, dataset }) => ({
      id: value,
      key: dataset.key !== undefined,
      misconception: dataset.misconception ?? null,
      text: [],
      feedback: [],
    }));
    const score = scoreChoice(options, chosen, PRACTICE_SETTINGS);
    const { recordAnswer } = await light();
    const trouble = await recordAnswer({
      question: id,
      answer: inputs[0]?.type === 'checkbox' ? chosen : (chosen[0] ?? ''),
      score: score.value,
      confidence: null,
      misconceptions: [...misconceptionsIn(score)],
    });
    if (trouble !== null && say !== null) say.textContent = trouble;
  };
  uncovered.addEventListener('toggle', remember);
};
