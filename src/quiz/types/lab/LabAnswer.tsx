import { useEffect } from 'react';
import type { ViewProps } from '../view.ts';
import type { LabBody, LabResponse } from './schema.ts';

/** Where to do the lab, and what its grader said last. The result becomes the answer by itself. */
export const LabAnswer = ({ body, response, change, score, lab }: ViewProps<LabBody, LabResponse>) => {
  const standing = lab?.(body.lab) ?? null;
  const result = standing?.result ?? null;
  const taken = JSON.stringify(response) === JSON.stringify(result);
  useEffect(() => {
    if (score === null && result !== null && !taken) change(result);
  });
  return (
    <div className="lab-answer">
      {standing === null ? (
        <p className="soft">This lab is not here yet.</p>
      ) : (
        <p>
          <a className="button primary" href={standing.address}>
            Open the lab
          </a>{' '}
          {standing.title}
        </p>
      )}
      <p className="small soft" role="status">
        {result === null
          ? 'The lab has not checked anything of yours yet. Do it, then come back and press Check.'
          : `Last result: ${result.passed.length} of ${result.passed.length + result.failed.length} checks met.`}
      </p>
    </div>
  );
};
