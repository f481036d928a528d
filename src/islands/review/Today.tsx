import type { Card, Plan } from '../../review/index.ts';
import { counted, dayWords } from './words.ts';

interface Props {
  plan: Plan;
  cards: readonly Card[];
  start: () => void;
}

/** When the next review comes, after today. */
const nextDue = (cards: readonly Card[], plan: Plan): string | null => {
  const days = cards.filter(({ away }) => away === null).map(({ due }) => Math.max(due, plan.today + 1));
  return days.length === 0 ? null : dayWords(Math.min(...days), plan.today);
};

const headline = ({ due, fresh, done }: Plan, any: boolean): string => {
  if (due.length > 0) return `${counted(due.length, 'review')} today`;
  if (fresh.length > 0) return `Nothing is due. ${counted(fresh.length, 'new question')} if you like`;
  return done > 0 ? 'Done for today' : any ? 'Nothing is due today' : 'Nothing is due yet';
};

/** Today's load, first. */
export const Today = ({ plan, cards, start }: Props) => {
  const { due, fresh, beyond, resting, done } = plan;
  const next = nextDue(cards, plan);
  return (
    <section className="today" aria-labelledby="today">
      <h2 id="today">{headline(plan, cards.length > 0)}</h2>
      <p className="soft">
        {[
          due.length > 0 && fresh.length > 0 && `Then ${counted(fresh.length, 'new question')}.`,
          done > 0 && `${counted(done, 'question')} answered today.`,
          beyond > 0 &&
            `${beyond} more ${beyond === 1 ? 'is' : 'are'} due; the limit of the day leaves them for later.`,
          resting > 0 &&
            `${counted(resting, 'question')} on a situation that is asked today ${resting === 1 ? 'rests' : 'rest'} until tomorrow.`,
          due.length === 0 && next !== null && `Next review: ${next === 'Tomorrow' ? 'tomorrow' : next}.`,
        ]
          .filter((sentence) => typeof sentence === 'string')
          .join(' ')}
      </p>
      {due.length + fresh.length > 0 && (
        <button type="button" className="primary" onClick={start}>
          {due.length > 0 ? 'Review' : 'Answer new questions'}
        </button>
      )}
    </section>
  );
};
