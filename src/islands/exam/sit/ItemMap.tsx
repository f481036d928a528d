import { Icon } from '../../shared/Icon.tsx';
import { type Standing, standingText } from './standing.ts';

interface Props {
  standings: readonly Standing[];
  /** The item on the screen; null in the review. */
  at: number | null;
  go: (position: number) => void;
}

/** The items as numbers to go to: answered ones filled, flagged ones with a flag. */
export const ItemMap = ({ standings, at, go }: Props) => (
  <nav className="exam-map" aria-label="Items of this exam">
    <ol>
      {standings.map((standing) => (
        <li key={standing.position}>
          <button
            type="button"
            aria-current={standing.position === at ? 'step' : undefined}
            data-state={standing.completeness.state}
            onClick={() => go(standing.position)}
          >
            <span className="visually-hidden">Item </span>
            {standing.position + 1}
            {standing.flagged && <Icon name="flag" />}
            <span className="visually-hidden">, {standingText(standing)}</span>
          </button>
        </li>
      ))}
    </ol>
    <p className="small soft legend" aria-hidden="true">
      <span>
        <span className="key" data-state="answered" />
        answered
      </span>
      <span>
        <span className="key" data-state="incomplete" />
        not complete
      </span>
      <span>
        <span className="key" data-state="open" />
        open
      </span>
      <span>
        <Icon name="flag" /> flagged
      </span>
    </p>
  </nav>
);
