import type { NewEntry } from '../../progress/index.ts';
import { aboutCard, type Card, isAway, isLeech } from '../../review/index.ts';
import { href } from '../../site/href.ts';
import type { ReviewData } from './data.ts';
import { counted } from './words.ts';

interface Props {
  data: ReviewData;
  cards: readonly Card[];
  now: number;
  remember: (...entries: NewEntry[]) => void;
}

/** Cards that keep slipping, and cards that were put away. */
export const Troubled = ({ data, cards, now, remember }: Props) => {
  const leeches = cards.filter((card) => isLeech(card) && !isAway(card, now));
  const away = cards.filter((card) => isAway(card, now));
  const put = (card: Card, state: 'active' | 'suspended'): void =>
    remember({ kind: 'card', card: card.id, state, until: null });
  const name = (card: Card): React.ReactNode => {
    const about = aboutCard(card.id);
    if (about.kind === 'check')
      return (
        <a href={href(`/labs/${about.lab}/`)}>
          {data.deck.checks.find(({ lab, check }) => lab === about.lab && check === about.check)?.title ?? card.id}
        </a>
      );
    const question = data.deck.questions.find(({ id }) => id === about.question);
    const lesson = question?.lesson == null ? undefined : data.lessons[question.lesson];
    return (
      <>
        <a href={href(`/quiz/${about.question}/`)}>{question?.title ?? about.question}</a>
        {lesson !== undefined && (
          <>
            {' '}
            · lesson <a href={href(`/lessons/${lesson.slug}/`)}>{lesson.title}</a>
          </>
        )}
      </>
    );
  };
  return (
    <>
      {leeches.length > 0 && (
        <section aria-labelledby="leeches">
          <h2 id="leeches">What keeps slipping</h2>
          <p className="small soft">
            Asking again does not help here. Read the lesson, run it on the workbench, then come back.
          </p>
          <ul className="cards">
            {leeches.map((card) => (
              <li key={card.id}>
                <span>
                  {name(card)} <span className="small soft">forgotten {counted(card.lapses, 'time')}</span>
                </span>
                <button type="button" onClick={() => put(card, 'suspended')}>
                  Ask no more
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {away.length > 0 && (
        <section aria-labelledby="away">
          <h2 id="away">Put away</h2>
          <ul className="cards">
            {away.map((card) => (
              <li key={card.id}>
                <span>
                  {name(card)} {card.away?.until != null && <span className="small soft">comes back tomorrow</span>}
                </span>
                <button type="button" onClick={() => put(card, 'active')}>
                  Ask again
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
