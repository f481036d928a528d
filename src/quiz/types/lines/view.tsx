import { Said } from '../../feedback/Said.tsx';
import type { QuestionView } from '../view.ts';
import type { LinesBody, LinesResponse } from './schema.ts';

export const view: QuestionView<LinesBody, LinesResponse> = {
  /** The file is shown by the answers themselves. */
  stem: (body, stem) => stem.filter((block) => block.type !== 'code' || block.file !== body.file),
  render: ({ name, body, response, change, score, run }) => {
    const picked = response ?? [];
    const several = body.select > 1;
    const toggle = (id: string): void =>
      change(several ? (picked.includes(id) ? picked.filter((p) => p !== id) : [...picked, id]) : [id]);
    return (
      <fieldset className="lines" aria-label={`Lines of ${body.file}`}>
        <p className="file-name">
          <code>{body.file}</code>
        </p>
        <div className="code-lines">
          {body.code.map((text, i) => {
            const id = `L${i + 1}`;
            const part = score?.parts.find((candidate) => candidate.id === id);
            const shown = part !== undefined && (part.outcome !== 'spared' || picked.includes(id));
            return (
              <div key={id} className="code-line" data-outcome={shown ? part.outcome : undefined}>
                <label>
                  <input
                    type={several ? 'checkbox' : 'radio'}
                    name={name}
                    value={id}
                    checked={picked.includes(id)}
                    disabled={score !== null}
                    aria-label={`Line ${i + 1}: ${text.trim() || 'empty'}`}
                    onChange={() => toggle(id)}
                  />
                  <span className="line-number" aria-hidden="true">
                    {i + 1}
                  </span>
                  <code>{text === '' ? ' ' : text}</code>
                </label>
                {shown && <Said part={part} run={run(id)} />}
              </div>
            );
          })}
        </div>
      </fieldset>
    );
  },
};
