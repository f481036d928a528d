import type { Entry } from '../../progress/index.ts';
import { type MisconceptionHeat, misconceptionHeat } from '../../review/index.ts';
import { href } from '../../site/href.ts';
import { Ticked } from '../shared/Ticked.tsx';
import type { ReviewData } from './data.ts';
import { counted } from './words.ts';

/** Beliefs shown at once. */
const SHOWN = 5;

interface Props {
  data: ReviewData;
  entries: readonly Entry[];
}

interface ListProps {
  data: ReviewData;
  met: readonly MisconceptionHeat[];
}

const List = ({ data, met }: ListProps) => {
  const titles = new Map(data.deck.questions.map(({ id, title }) => [id, title]));
  return (
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
            Shown {counted(shown, 'time')}; {rightSince === 0 ? 'no right answer' : counted(rightSince, 'right answer')}{' '}
            since.
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
  );
};

/** Beliefs that answers showed: those that stand, and those that later answers corrected. */
export const Misconceptions = ({ data, entries }: Props) => {
  const met = misconceptionHeat(entries, data.deck).filter(({ id }) => data.misconceptions[id] !== undefined);
  const open = met.filter((belief) => belief.open.length > 0);
  const corrected = met.filter((belief) => belief.open.length === 0);
  if (met.length === 0) return null;
  return (
    <section aria-labelledby="beliefs">
      <h2 id="beliefs">Beliefs that your answers showed</h2>
      <p className="small soft">
        {open.length === 0
          ? 'All of them were corrected by later answers.'
          : `${open.length} of ${met.length} still stand: the last answer to a question showed them.`}
      </p>
      <List data={data} met={open.slice(0, SHOWN)} />
      {open.length > SHOWN && (
        <details>
          <summary>{open.length - SHOWN} more that stand</summary>
          <List data={data} met={open.slice(SHOWN)} />
        </details>
      )}
      {corrected.length > 0 && (
        <details>
          <summary>{corrected.length} corrected since</summary>
          <List data={data} met={corrected} />
        </details>
      )}
    </section>
  );
};
