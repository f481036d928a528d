import { graded, type Score, type ScoredPart, type ScoreSettings } from '../../score/score.ts';
import { normalise } from '../../written/normalise.ts';
import type { ClozeBody, ClozeGap, ClozeResponse } from './schema.ts';

const fits = (body: ClozeBody, gap: ClozeGap, given: string): boolean =>
  gap.kind === 'choice'
    ? gap.choices.some((choice) => choice.key && choice.id === given)
    : gap.accepted.some((text) => normalise(text, body) === normalise(given, body));

/** Scores gap by gap. */
export const scoreCloze = (body: ClozeBody, response: ClozeResponse, settings: ScoreSettings): Score => {
  const parts = body.gaps.map((gap): ScoredPart => {
    const given = response[gap.id] ?? '';
    return {
      id: gap.id,
      outcome: fits(body, gap, given) ? 'right' : given === '' ? 'missed' : 'wrong',
      feedback: [],
      misconception: null,
    };
  });
  const right = parts.filter((part) => part.outcome === 'right').length;
  const compared = body.gaps.flatMap((gap) =>
    gap.kind === 'text' ? [`“${normalise(response[gap.id] ?? '', body)}”`] : [],
  );
  const what = `${right} of ${parts.length} gaps are right${compared.length > 0 ? ` (typed text was compared as ${compared.join(', ')})` : ''}`;
  return graded(right / parts.length, parts, what, settings);
};
