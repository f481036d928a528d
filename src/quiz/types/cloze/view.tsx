import { Said } from '../../feedback/Said.tsx';
import type { QuestionView } from '../view.ts';
import { rightIn } from './gap.ts';
import type { ClozeBody, ClozeResponse } from './schema.ts';

export const view: QuestionView<ClozeBody, ClozeResponse> = {
  /** The fields stand in the stem itself. */
  gap: ({ name, body, response, change, score }, id) => {
    const index = body.gaps.findIndex((gap) => gap.id === id);
    const gap = body.gaps[index];
    if (gap === undefined) return null;
    const part = score?.parts.find((candidate) => candidate.id === id);
    const shared = {
      id: `${name}-${id}`,
      className: 'gap-field',
      'aria-label': `Gap ${index + 1}`,
      'data-outcome': part?.outcome,
      value: response?.[id] ?? '',
      onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
        change({ ...response, [id]: event.target.value }),
    };
    return gap.kind === 'text' ? (
      <input
        type="text"
        size={18}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={score !== null}
        {...shared}
      />
    ) : (
      <select disabled={score !== null} {...shared}>
        <option value="">…</option>
        {gap.choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.text}
          </option>
        ))}
      </select>
    );
  },
  render: ({ body, score, run }) =>
    score === null ? null : (
      <ol className="gaps-said">
        {body.gaps.map((gap, i) => {
          const part = score.parts.find((candidate) => candidate.id === gap.id);
          return (
            part !== undefined && (
              <li key={gap.id}>
                Gap {i + 1}:{' '}
                <Said part={part} run={run(gap.id)}>
                  {part.outcome !== 'right' && (
                    <>
                      Right: <code className="answer">{rightIn(gap)}</code>
                    </>
                  )}
                </Said>
              </li>
            )
          );
        })}
      </ol>
    ),
};
