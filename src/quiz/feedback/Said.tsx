import { RichText } from '../rich/view.tsx';
import type { ScoredPart } from '../score/score.ts';
import { Verdict } from './Verdict.tsx';

interface Props {
  part: ScoredPart;
  id?: string;
  /** Instead of the usual word for the outcome. */
  word?: string | undefined;
  /** The offer to run the part's claim. */
  run?: React.ReactNode;
  /** Stands between the verdict and the author's words. */
  children?: React.ReactNode;
}

/** What is said about one part of an answer. */
export const Said = ({ part, id, word, run, children }: Props) => (
  <div className="said" data-shown id={id}>
    <Verdict outcome={part.outcome} word={word} /> {children} <RichText text={part.feedback} phrasing />
    {run}
  </div>
);
