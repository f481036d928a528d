import { CONFIDENCES, type Confidence } from '../../progress/index.ts';

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  sure: 'Sure',
  unsure: 'Unsure',
  guess: 'Guess',
};

interface Props {
  name: string;
  value: Confidence | null;
  choose: (confidence: Confidence) => void;
}

/** How sure the learner is, asked before any feedback; it may be left out. */
export const ConfidenceChoice = ({ name, value, choose }: Props) => (
  <fieldset className="confidence">
    <legend>How sure are you?</legend>
    {CONFIDENCES.map((confidence) => (
      <label key={confidence}>
        <input
          type="radio"
          name={`${name}-confidence`}
          value={confidence}
          checked={value === confidence}
          onChange={() => choose(confidence)}
        />
        {CONFIDENCE_WORDS[confidence]}
      </label>
    ))}
  </fieldset>
);
