import type { NewEntry } from '../../progress/index.ts';
import { FRESH, LIMITS, RETENTIONS, type ReviewSettings, settingEntry } from '../../review/index.ts';
import { percent } from './words.ts';

interface Props {
  settings: ReviewSettings;
  remember: (...entries: NewEntry[]) => void;
}

interface ChoiceProps {
  label: string;
  value: number;
  offered: readonly number[];
  say: (value: number) => string;
  choose: (value: number) => void;
}

const Choice = ({ label, value, offered, say, choose }: ChoiceProps) => (
  <label>
    {label}
    <select value={value} onChange={(event) => choose(Number(event.target.value))}>
      {[...new Set([...offered, value])]
        .sort((a, b) => a - b)
        .map((choice) => (
          <option key={choice} value={choice}>
            {say(choice)}
          </option>
        ))}
    </select>
  </label>
);

/** How much, and how surely, the learner wants to remember. */
export const Wishes = ({ settings, remember }: Props) => (
  <section aria-labelledby="wishes">
    <h2 id="wishes">Your wishes</h2>
    <div className="fields">
      <Choice
        label="Recalls that should succeed"
        value={settings.retention}
        offered={RETENTIONS}
        say={percent}
        choose={(value) => remember(settingEntry('retention', value))}
      />
      <Choice
        label="Reviews a day, at most"
        value={settings.limit}
        offered={LIMITS}
        say={String}
        choose={(value) => remember(settingEntry('limit', value))}
      />
      <Choice
        label="New questions a day, at most"
        value={settings.fresh}
        offered={FRESH}
        say={String}
        choose={(value) => remember(settingEntry('fresh', value))}
      />
    </div>
    <p className="small soft">
      More recalls that succeed cost more reviews: 95 % takes about one and a half times those of 90 %. Only the first
      answer of a day counts, and a right guess counts as not recalled.
    </p>
  </section>
);
