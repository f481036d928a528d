import type { Grade } from '../../labs/grade.ts';
import type { Lab } from '../../labs/lab.ts';
import { Icon } from '../shared/Icon.tsx';
import { Ticked } from '../shared/Ticked.tsx';

interface Props {
  lab: Lab;
  /** Null: not checked yet, or something was done since. */
  grade: Grade | null;
}

const sentence = (text: string): string =>
  /[.!?]$/.test(text) ? `${text[0]?.toUpperCase()}${text.slice(1)}` : `${text[0]?.toUpperCase()}${text.slice(1)}.`;

/** What must be so, and after a check whether it is, with the evidence against it. */
export const Checks = ({ lab, grade }: Props) => (
  <ol className="lab-checks">
    {lab.checks.map((check) => {
      const result = grade?.checks.find(({ id }) => id === check.id);
      const again = lab.variations.find(({ id }) => id === result?.variation);
      const state = result === undefined ? 'open' : result.passed ? 'passed' : 'failed';
      return (
        <li key={check.id} className={state}>
          <span className="lab-mark">
            {state === 'open' ? (
              <span className="lab-dot" aria-hidden="true" />
            ) : (
              <Icon name={state === 'passed' ? 'check' : 'x'} />
            )}
            <span className="visually-hidden">
              {state === 'open' ? 'Not checked:' : state === 'passed' ? 'Passed:' : 'Failed:'}
            </span>
          </span>
          <div>
            <p>
              <Ticked text={check.say} />
            </p>
            {result !== undefined && !result.passed && (
              <p className="lab-reason">
                {again !== undefined && <>Looked at again {again.say}: </>}
                <Ticked text={again === undefined ? sentence(result.observed) : `${result.observed}.`} />
              </p>
            )}
          </div>
        </li>
      );
    })}
  </ol>
);
