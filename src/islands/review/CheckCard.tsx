import { href } from '../../site/href.ts';
import type { ReviewData } from './data.ts';

interface Props {
  data: ReviewData;
  lab: string;
  check: string;
  next: () => void;
}

/** A check of a lab that failed: it is done again in its lab, whose grading is the review. */
export const CheckCard = ({ data, lab, check, next }: Props) => (
  <section className="check-card" aria-labelledby="check-card">
    <p className="small soft">Lab {lab}</p>
    <h2 id="check-card">{data.deck.checks.find((c) => c.lab === lab && c.check === check)?.title ?? check}</h2>
    <p>
      This did not hold when you last graded the lab. Do it once more, from memory; grading it counts as the review.
    </p>
    <p className="buttons">
      <a className="button primary" href={href(`/labs/${lab}/`)}>
        Open the lab
      </a>
      <button type="button" onClick={next}>
        Later
      </button>
    </p>
  </section>
);
