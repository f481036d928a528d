import type { ServedQuestion } from '../../quiz/served.ts';
import { href } from '../../site/href.ts';
import { useQuestion } from './load.ts';
import { QuestionFrame } from './QuestionFrame.tsx';

interface Props {
  /** The question without its key: the page's source tells nothing. */
  asked: ServedQuestion;
}

/** One question at its permanent address. */
export const QuestionPage = ({ asked }: Props) => {
  const { question, problem, retry } = useQuestion(href(`/quiz/${asked.id}.json`));
  return (
    <>
      <QuestionFrame
        asked={asked}
        full={question}
        number={asked.lesson === null ? 'Question' : `Lesson ${asked.lesson.id}`}
        titled={false}
        next={
          asked.lesson !== null && (
            <a className="button primary" href={href(`/quiz/?lesson=${asked.lesson.id}`)}>
              More questions
            </a>
          )
        }
      />
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}{' '}
          <button type="button" onClick={retry}>
            Load again
          </button>
        </p>
      )}
    </>
  );
};
