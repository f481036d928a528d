import type { Entry } from '../../progress/index.ts';
import { misconceptionHeat } from '../../review/index.ts';
import { href } from '../../site/href.ts';
import { Ticked } from '../shared/Ticked.tsx';
import type { ReviewData } from './data.ts';
import { counted } from './words.ts';

interface Props {
  data: ReviewData;
  entries: readonly Entry[];
}

/** Beliefs that answers showed, and what became of them. */
export const Misconceptions = ({ data, entries }: Props) => {
  const met = misconceptionHeat(entries, data.deck).filter(({ id }) => data.misconceptions[id] !== undefined);
  if (met.length === 0) return null;
  const titles = new Map(data.deck.questions.map(({ id, title }) => [id, title]));
  return (
    <section aria-labelledby="beliefs">
      <h2 id="beliefs">Beliefs that your answers showed</h2>
      <ul className="beliefs">
        {met.map(({ id, shown, rightSince, open }) => (
          <li key={id} data-open={open.length > 0}>
            <p>
              <q>
                <Ticked text={data.misconceptions[id]!.believed} />
              </q>
            </p>
            <p>
              <Ticked text={data.misconceptions[id]!.truth} />
            </p>
            <p className="small soft">
              Shown {counted(shown, 'time')};{' '}
              {rightSince === 0 ? 'no right answer' : counted(rightSince, 'right answer')} since.
              {open.map((question, i) => (
                <span key={question}>
                  {i === 0 ? ' Open in: ' : ', '}
                  <a href={href(`/quiz/${question}/`)}>{titles.get(question) ?? question}</a>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
