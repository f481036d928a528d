interface Props {
  offered: readonly number[];
  chosen: number | null;
  choose: (minutes: number | null) => void;
}

/** The time limit. Without one, an exam waits for as long as it takes. */
export const TimeChoice = ({ offered, chosen, choose }: Props) => (
  <fieldset className="segments">
    <legend>Time</legend>
    {[...offered, null].map((minutes) => (
      <label key={String(minutes)}>
        <input
          type="radio"
          name="minutes"
          value={minutes ?? ''}
          checked={minutes === chosen}
          onChange={() => choose(minutes)}
        />
        {minutes === null ? 'No limit' : `${minutes} min`}
      </label>
    ))}
  </fieldset>
);
