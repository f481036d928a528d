import { Said } from '../feedback/Said.tsx';
import type { Score } from '../score/score.ts';

interface Props {
  name: string;
  label: string;
  /** How it is compared, or what may be typed. */
  help: string;
  value: string;
  change: (text: string) => void;
  score: Score | null;
  /** The right answer in words, shown after a wrong one. */
  right: string;
  run: (part: string) => React.ReactNode;
  /** Rows of a field for several lines; one line when left out. */
  rows?: number;
  /** The learner writes digits first. */
  numeric?: boolean;
}

/** A field to type in, how it is compared, and afterwards what is said. */
export const TypedAnswer = ({ name, label, help, value, change, score, right, run, rows, numeric }: Props) => {
  const part = score?.parts[0] ?? null;
  const shared = {
    id: `${name}-typed`,
    className: 'typed-field',
    value,
    readOnly: score !== null,
    'aria-describedby': `${name}-help`,
    autoComplete: 'off',
    autoCapitalize: 'none',
    spellCheck: false,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => change(event.target.value),
  };
  return (
    <div className="typed" data-outcome={part?.outcome}>
      <label htmlFor={shared.id}>{label}</label>
      {rows === undefined ? (
        <input type="text" inputMode={numeric ? 'decimal' : 'text'} {...shared} />
      ) : (
        <textarea rows={rows} {...shared} />
      )}
      <p className="small soft" id={`${name}-help`}>
        {help}
      </p>
      {part !== null && (
        <Said part={part} run={run(part.id)}>
          {part.outcome !== 'right' && (
            <>
              Right: <code className="answer">{right}</code>.
            </>
          )}
        </Said>
      )}
    </div>
  );
};
