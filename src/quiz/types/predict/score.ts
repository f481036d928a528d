import { graded, type Score, type ScoreSettings } from '../../score/score.ts';
import { normalise } from '../../written/normalise.ts';
import { isAnswer, scoreWritten } from '../../written/score.ts';
import type { PredictBody, PredictResponse } from './schema.ts';

const linesOf = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\$\s.*$/, '').trim())
    .filter((line) => line !== '');

/** Scores predicted output: one line as a whole, several line by line. Empty lines do not count. */
export const scorePredict = (body: PredictBody, response: PredictResponse, settings: ScoreSettings): Score => {
  const whole = scoreWritten(body.answers, response, body, settings);
  const many = body.answers.filter((answer) => answer.key && !answer.pattern && answer.source.includes('\n'));
  if (whole.right || many.length === 0) return whole;
  const typed = linesOf(response).map((line) => normalise(line, body));
  const share = (source: string): number => {
    const printed = linesOf(source).map((line) => normalise(line, body));
    const right = printed.filter((line, i) => typed[i] === line).length;
    return Math.max(0, right - Math.max(0, typed.length - printed.length)) / printed.length;
  };
  const best = many.reduce((a, b) => (share(b.source) > share(a.source) ? b : a));
  const wrong = body.answers.find((answer) => !answer.key && isAnswer(answer, response, body));
  const value = share(best.source);
  const part = {
    id: value === 1 ? best.id : (wrong?.id ?? 'given'),
    outcome: value === 1 ? ('right' as const) : ('wrong' as const),
    feedback: value === 1 ? best.feedback : (wrong?.feedback ?? []),
    misconception: value === 1 ? null : (wrong?.misconception ?? null),
  };
  const total = linesOf(best.source).length;
  return graded(value, [part], `${Math.round(value * total)} of ${total} lines are right`, settings);
};
