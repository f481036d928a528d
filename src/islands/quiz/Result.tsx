import type { Ref } from 'react';
import type { Confidence } from '../../progress/index.ts';
import type { Score } from '../../quiz/score/score.ts';
import { Icon } from '../shared/Icon.tsx';

interface Props {
  score: Score;
  confidence: Confidence | null;
  ref: Ref<HTMLParagraphElement>;
}

const calibrated = (right: boolean, confidence: Confidence | null): string => {
  if (confidence === 'sure') return right ? '' : ' You were sure: read the reason below closely.';
  if (confidence === 'guess' && right) return ' You called it a guess: read the reason below.';
  return '';
};

/** The verdict in words; receives the focus after a check. */
export const Result = ({ score, confidence, ref }: Props) => (
  <p className={`result ${score.right ? 'result-right' : 'result-wrong'}`} ref={ref} tabIndex={-1}>
    <b>
      <Icon name={score.right ? 'check' : 'x'} />
      {score.right ? 'Right.' : score.value > 0 ? 'Partly right.' : 'Not right.'}
    </b>{' '}
    <span>
      {score.right ? '' : score.because}
      {calibrated(score.right, confidence)}
    </span>
  </p>
);
