import type { Choice } from './choice.ts';

interface Props {
  choice: Choice;
  /** The blueprint has a seed of its own. */
  fixed: boolean;
  change: (next: Partial<Choice>) => void;
}

/** Settings that most learners leave as they are. */
export const Settings = ({ choice, fixed, change }: Props) => (
  <details className="settings">
    <summary>More settings</summary>
    <label>
      Our line, in percent
      <input
        type="number"
        min={1}
        max={100}
        value={choice.pass}
        onChange={(event) => change({ pass: Math.min(100, Math.max(1, Math.round(Number(event.target.value)) || 1)) })}
        aria-describedby="pass-help"
      />
    </label>
    <p className="small soft" id="pass-help">
      From how many percent of the points an exam counts as passed here. HashiCorp does not publish a line.
    </p>
    <label className="check">
      <input
        type="checkbox"
        checked={choice.partial === 'share'}
        onChange={(event) => change({ partial: event.target.checked ? 'share' : 'all' })}
      />
      Give parts of a point for partly right answers
    </label>
    {!fixed && (
      <>
        <label>
          Seed
          <input
            type="text"
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            value={choice.seed}
            placeholder="a new one each time"
            onChange={(event) => change({ seed: event.target.value })}
            aria-describedby="seed-help"
          />
        </label>
        <p className="small soft" id="seed-help">
          The same seed draws the same items in the same order, for everybody. Without one, items that you answered in
          the last seven days are left out where the bank allows.
        </p>
      </>
    )}
  </details>
);
