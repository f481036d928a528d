import type { Attempt } from '../../progress/index.ts';
import type { QuestionEntry } from '../../site/questions.ts';
import { Icon } from '../shared/Icon.tsx';

interface Props {
  questions: readonly QuestionEntry[];
  current: string | null;
  latest: ReadonlyMap<string, Attempt>;
  go: (question: string) => void;
}

const stateOf = (attempt: Attempt | undefined): { word: string; icon: 'check' | 'x' | null } => {
  if (attempt === undefined) return { word: 'not answered', icon: null };
  return attempt.score === 1 ? { word: 'right', icon: 'check' } : { word: 'not right', icon: 'x' };
};

/** The questions of a quiz as numbers to go to, each with what became of it. */
export const QuestionMap = ({ questions, current, latest, go }: Props) => (
  <nav className="map" aria-label="Questions of this quiz">
    <ol>
      {questions.map(({ id, title }, i) => {
        const { word, icon } = stateOf(latest.get(id));
        return (
          <li key={id}>
            <button
              type="button"
              aria-current={id === current ? 'step' : undefined}
              data-state={word}
              title={`${title}: ${word}`}
              onClick={() => go(id)}
            >
              <span className="visually-hidden">Question </span>
              {i + 1}
              {icon !== null && <Icon name={icon} />}
              <span className="visually-hidden">, {word}</span>
            </button>
          </li>
        );
      })}
    </ol>
  </nav>
);
