import type { ServedQuestion } from '../../quiz/served.ts';
import { href } from '../../site/href.ts';
import { useKind } from '../shared/use-kind.ts';
import { useQuestion } from './load.ts';
import { QuestionFrame } from './QuestionFrame.tsx';

interface Props {
  /** The question without its key: the page's source tells nothing. */
  asked: ServedQuestion;
  /** The question as the page was built with it, for readers without JavaScript and until its code is there. */
  children?: React.ReactNode;
}

/** Where a question belongs, above it. */
export const placeOf = ({ lesson }: ServedQuestion): string => (lesson === null ? 'Question' : `Lesson ${lesson.id}`);

/** One question at its permanent address. */
export const QuestionPage = ({ asked, children }: Props) => {
  const { question, problem, retry } = useQuestion(href(`/quiz/${asked.id}.json`));
  const { kind, problem: old } = useKind(asked.type);
  if (kind === null) return old === null ? children : <p className="problem">{old}</p>;
  return (
    <>
      <QuestionFrame
        kind={kind}
        asked={asked}
        full={question}
        number={placeOf(asked)}
        titled={false}
        next={
          <a
            className="button primary"
            href={href(`/quiz/${asked.lesson === null ? '' : `?lesson=${asked.lesson.id}`}`)}
          >
            More questions
          </a>
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
