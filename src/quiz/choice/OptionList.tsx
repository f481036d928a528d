import { Verdict } from '../feedback/Verdict.tsx';
import { RichText } from '../rich/view.tsx';
import type { Score } from '../score/score.ts';
import type { Option } from './option.ts';

interface Props {
  name: string;
  kind: 'radio' | 'checkbox';
  options: readonly Option[];
  chosen: readonly string[];
  toggle: (id: string) => void;
  score: Score | null;
  run: (id: string) => React.ReactNode;
}

export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** Options as whole-row targets, with letters to speak of and digits to press; feedback beside or under each. */
export const OptionList = ({ name, kind, options, chosen, toggle, score, run }: Props) => {
  const press = (event: React.KeyboardEvent): void => {
    if (score !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
    if (option === undefined) return;
    event.preventDefault();
    toggle(option.id);
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${CSS.escape(option.id)}"]`)?.focus();
  };
  return (
    // The digits are a short cut beside the native keys of the inputs inside.
    <fieldset className="options" onKeyDown={press} aria-label="Answers">
      {options.map((option, i) => {
        const part = score?.parts.find((p) => p.id === option.id) ?? null;
        const picked = chosen.includes(option.id);
        const shown = part !== null && (part.outcome !== 'spared' || picked);
        return (
          <div key={option.id} className="choice" data-outcome={shown ? part.outcome : undefined}>
            <label className="option">
              <input
                type={kind}
                name={name}
                value={option.id}
                checked={picked}
                disabled={score !== null}
                aria-describedby={shown ? `${name}-${option.id}` : undefined}
                onChange={() => toggle(option.id)}
              />
              <span className="text">
                <span className="letter">{letterOf(i)}</span> <RichText text={option.text} phrasing />
              </span>
            </label>
            <div className="said" id={`${name}-${option.id}`} data-shown={shown || undefined}>
              {shown && <Verdict outcome={part.outcome} />}
              {!shown && <b className="verdict-word">Not this.</b>} <RichText text={option.feedback} phrasing />
              {shown && run(option.id)}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
};
