import { type Card, forecast, type Plan, questionCard, type ReviewSettings } from '../../review/index.ts';
import type { ReviewData } from './data.ts';
import { counted, dayWords, percent } from './words.ts';

interface Props {
  data: ReviewData;
  cards: readonly Card[];
  plan: Plan;
  settings: ReviewSettings;
}

/** Days shown. */
const SHOWN = 14;

/** Cards that are never put away again by the learner's wish. */
export const inUse = (cards: readonly Card[]): readonly Card[] =>
  cards.filter(({ away }) => away === null || away.until !== null);

/** Questions that were never answered, in the order of the course. */
export const unansweredIn = (data: ReviewData, cards: readonly Card[]): readonly string[] => {
  const seen = new Set(cards.map(({ id }) => id));
  return data.deck.questions.map(({ id }) => questionCard(id)).filter((id) => !seen.has(id));
};

const Bar = ({ share }: { share: number }) => (
  <svg className="bar-line" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect width={Math.max(0, Math.min(100, 100 * share))} height="6" />
  </svg>
);

/** The load of the coming days. */
export const ForecastSection = ({ data, cards, plan, settings }: Props) => {
  const { days, recall } = forecast(inUse(cards), unansweredIn(data, cards), plan.today, SHOWN, settings);
  const most = Math.max(1, ...days.map(({ reviews, fresh }) => reviews + fresh));
  return (
    <section aria-labelledby="forecast">
      <h2 id="forecast">The next two weeks</h2>
      <p className="small soft">
        If your recalls succeed and you take {counted(settings.fresh, 'new question')} a day.
        {recall !== null && ` After that you would recall about ${percent(recall)} of what you met.`}
      </p>
      <table className="forecast">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Reviews</th>
            <th scope="col">New</th>
            <th scope="col" className="bar">
              <span className="visually-hidden">As a bar</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, reviews, fresh }) => (
            <tr key={day}>
              <th scope="row">{dayWords(day, plan.today)}</th>
              <td className="figure">{reviews}</td>
              <td className="figure">{fresh}</td>
              <td className="bar">
                <Bar share={(reviews + fresh) / most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
