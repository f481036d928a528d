import { type Attempt, type Entry, standing } from '../../progress/index.ts';
import { href } from '../../site/href.ts';
import { Icon } from '../shared/Icon.tsx';
import type { ProgressData } from './data.ts';
import { moment } from './moment.ts';

/** Answers shown; all of them are in the export. */
const SHOWN = 10;

/** The last answers, newest first. */
export const RecentAnswers = ({ data, entries }: { data: ProgressData; entries: readonly Entry[] }) => {
  const attempts = standing(entries).filter((entry): entry is Attempt => entry.kind === 'attempt');
  if (attempts.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">Last answers</h2>
      {attempts.length > SHOWN && (
        <p className="small soft">
          {SHOWN} of {attempts.length}. The export has all of them.
        </p>
      )}
      <ul className="recent">
        {attempts
          .slice(-SHOWN)
          .reverse()
          .map(({ id, question, score, at, confidence }) => (
            <li key={id}>
              <span className={score === 1 ? 'done' : 'not-done'}>
                <Icon name={score === 1 ? 'check' : 'x'} />{' '}
                {score === 1 ? 'right' : score > 0 ? 'partly right' : 'not right'}
              </span>
              <a href={href(`/quiz/${question}/`)}>
                {data.questions.find((q) => q.id === question)?.title ?? question}
              </a>
              <span className="small soft">
                {moment(at)}
                {confidence !== null && `, ${confidence}`}
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
};
