import { type Attempt, misconceptionsMet } from '../../progress/index.ts';
import { href } from '../../site/href.ts';
import { Ticked } from '../shared/Ticked.tsx';
import type { ProgressData } from './data.ts';

/** Beliefs shown; the review page has all of them. */
const SHOWN = 5;

/** Beliefs that the latest answers show, each with what is so. */
export const Misconceptions = ({ data, latest }: { data: ProgressData; latest: ReadonlyMap<string, Attempt> }) => {
  const met = [...misconceptionsMet(latest)].filter(([id]) => data.misconceptions[id] !== undefined);
  if (met.length === 0) return null;
  return (
    <section aria-labelledby="misconceptions">
      <h2 id="misconceptions">Beliefs to correct</h2>
      <ul className="beliefs">
        {met.slice(0, SHOWN).map(([id, questions]) => (
          <li key={id}>
            <p>
              <q>
                <Ticked text={data.misconceptions[id]!.believed} />
              </q>
            </p>
            <p>
              <Ticked text={data.misconceptions[id]!.truth} />
            </p>
            <p className="small soft">
              {questions.map((question, i) => (
                <span key={question}>
                  {i === 0 ? 'Shown in: ' : ', '}
                  <a href={href(`/quiz/${question}/`)}>
                    {data.questions.find((q) => q.id === question)?.title ?? question}
                  </a>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {met.length > SHOWN && (
        <p>
          <a href={href('/review/#beliefs')}>All {met.length}, and what became of them</a>
        </p>
      )}
    </section>
  );
};
