import { graded, type Score, type ScoredPart, type ScoreSettings } from '../../score/score.ts';
import { longestCommonRun } from './run.ts';
import type { OrderBody, OrderResponse } from './schema.ts';

/**
 * Scores an order by its longest run of steps that follow each other rightly: a single step is no order and worth
 * nothing, all steps are worth everything.
 */
export const scoreOrder = (body: OrderBody, response: OrderResponse, settings: ScoreSettings): Score => {
  const { start, length } = longestCommonRun(response, body.order);
  const run = length > 1 ? response.slice(start, start + length) : [];
  const parts = body.steps.map(
    (step): ScoredPart => ({
      id: step.id,
      outcome: run.includes(step.id) ? 'right' : 'wrong',
      feedback: step.feedback,
      misconception: null,
    }),
  );
  const what =
    length === body.order.length
      ? 'All steps are in the right order'
      : length < 2
        ? 'No two steps follow each other rightly'
        : `The longest right run has ${length} of ${body.order.length} steps`;
  return graded(body.order.length < 2 ? 1 : (length - 1) / (body.order.length - 1), parts, what, settings);
};
