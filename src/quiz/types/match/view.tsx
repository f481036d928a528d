import { Said } from '../../feedback/Said.tsx';
import { richText } from '../../rich/text.ts';
import { RichText } from '../../rich/view.tsx';
import type { QuestionView } from '../view.ts';
import type { MatchBody, MatchResponse } from './schema.ts';

export const view: QuestionView<MatchBody, MatchResponse> = {
  render: ({ name, body, response, change, score, run }) => (
    <ul className="pairs">
      {body.lefts.map((left) => {
        const part = score?.parts.find((candidate) => candidate.id === left.id) ?? null;
        const field = `${name}-${left.id}`;
        const right = body.rights.find((side) => side.id === body.pairs[left.id]);
        return (
          <li key={left.id} className="choice" data-outcome={part?.outcome}>
            <div className="option pair">
              <label className="text" htmlFor={field}>
                <RichText text={left.text} phrasing />
              </label>
              <select
                id={field}
                value={response?.[left.id] ?? ''}
                disabled={score !== null}
                aria-describedby={part === null ? undefined : `${field}-said`}
                onChange={(event) => change({ ...response, [left.id]: event.target.value })}
              >
                <option value="">Choose</option>
                {body.rights.map((side) => (
                  <option key={side.id} value={side.id}>
                    {richText(side.text)}
                  </option>
                ))}
              </select>
            </div>
            {part !== null && (
              <Said part={part} id={`${field}-said`} run={run(left.id)}>
                {part.outcome !== 'right' && right !== undefined && (
                  <>
                    Right: <RichText text={right.text} phrasing />.
                  </>
                )}
              </Said>
            )}
          </li>
        );
      })}
    </ul>
  ),
};
