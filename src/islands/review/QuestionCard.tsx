import { href } from '../../site/href.ts';
import { loadQuestion, useQuestion } from '../quiz/load.ts';
import { QuestionFrame } from '../quiz/QuestionFrame.tsx';
import { useKind } from '../shared/use-kind.ts';

interface Props {
  question: string;
  number: string;
  next: React.ReactNode;
}

const fileOf = (question: string): string => href(`/quiz/${question}.json`);

/** Has a question at hand before it is asked for. */
export const foresee = (question: string): void => {
  loadQuestion(fileOf(question)).catch(() => undefined);
};

/** A question of the review: the frame of the quiz. */
export const QuestionCard = ({ question: id, number, next }: Props) => {
  const { question, problem, retry } = useQuestion(fileOf(id));
  const { kind, problem: old } = useKind(question?.type ?? null);
  return (
    <>
      {question !== null && kind !== null && (
        <QuestionFrame kind={kind} asked={question} full={question} number={number} via="review" next={next} />
      )}
      {(problem ?? old) !== null && (
        <p className="problem" role="alert">
          {problem ?? old}{' '}
          <button type="button" onClick={retry}>
            Load again
          </button>
        </p>
      )}
    </>
  );
};
