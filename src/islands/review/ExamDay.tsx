import type { NewEntry } from '../../progress/index.ts';
import {
  type Card,
  dayText,
  examPlan,
  forecast,
  type Plan,
  type ReviewSettings,
  readDay,
  settingEntry,
} from '../../review/index.ts';
import type { ReviewData } from './data.ts';
import { inUse, unansweredIn } from './Forecast.tsx';
import { counted, percent } from './words.ts';

interface Props {
  data: ReviewData;
  cards: readonly Card[];
  plan: Plan;
  settings: ReviewSettings;
  remember: (...entries: NewEntry[]) => void;
}

/** Days ahead that a plan makes sense for. */
const LONGEST = 365;

/** A plan up to the day of the exam, in words and figures. */
export const ExamDay = ({ data, cards, plan, settings, remember }: Props) => {
  const { exam } = settings;
  const { today } = plan;
  const unanswered = unansweredIn(data, cards);
  const ahead = exam !== null && exam > today && exam - today <= LONGEST;
  const to = exam === null ? null : examPlan(exam, today, unanswered.length);
  const until = ahead ? forecast(inUse(cards), unanswered, today, exam - today, settings) : null;
  const missed = until === null ? 0 : cards.length + unanswered.length - until.met;
  const load = until === null ? 0 : Math.max(...until.days.map(({ reviews, fresh }) => reviews + fresh));
  return (
    <section aria-labelledby="exam-day">
      <h2 id="exam-day">Your exam</h2>
      <p className="fields">
        <label>
          Day of the exam{' '}
          <input
            type="date"
            min={dayText(today)}
            value={exam === null ? '' : dayText(exam)}
            onChange={(event) => remember(settingEntry('exam', readDay(event.target.value)))}
          />
        </label>
        {exam !== null && (
          <button type="button" onClick={() => remember(settingEntry('exam', null))}>
            No exam
          </button>
        )}
      </p>
      {to === null && (
        <p className="small soft">
          With a day, reviews are planned so that you meet every question once more in the last three days.
        </p>
      )}
      {to !== null && !ahead && (
        <p>
          {exam! <= today
            ? 'That day is here or past. Good luck, or choose the next one.'
            : 'That is more than a year away.'}
        </p>
      )}
      {to !== null && until !== null && (
        <>
          <p>
            {counted(to.daysLeft, 'day')} left.{' '}
            {to.unanswered === 0
              ? 'You have met every question.'
              : `${counted(to.unanswered, 'question')} not met yet: ${to.needed} a day meets them before the last three days.`}{' '}
            {missed > 0 && `With ${settings.fresh} a day, ${missed} would be left out.`}
          </p>
          <p>
            On the day you would recall about <b>{percent(until.recall ?? 0)}</b> of what you met, if your reviews
            succeed. The fullest day has {counted(load, 'question')}.
          </p>
          {to.needed !== null && to.needed > settings.fresh && (
            <button type="button" onClick={() => remember(settingEntry('fresh', to.needed ?? settings.fresh))}>
              Take {to.needed} new questions a day
            </button>
          )}
        </>
      )}
    </section>
  );
};
