import type { Outcome } from '../score/score.ts';

const WORDS: Readonly<Record<Outcome, string>> = {
  right: 'Right.',
  wrong: 'Not this.',
  missed: 'This was right.',
  spared: 'Rightly left.',
};

const SHAPES: Readonly<Record<Outcome, string>> = {
  right: 'M5 12.5l4.5 4.5L19 7.5',
  wrong: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  missed: 'M4 12h15M13 6l6 6-6 6',
  spared: 'M6 12h12',
};

/** Word and shape for what became of a part of an answer; colour only repeats them. */
export const Verdict = ({ outcome, word }: { outcome: Outcome; word?: string | undefined }) => (
  <b className={`verdict-word verdict-${outcome}`}>
    <svg className="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.5" aria-hidden="true">
      <path d={SHAPES[outcome]} />
    </svg>
    {word ?? WORDS[outcome]}
  </b>
);
