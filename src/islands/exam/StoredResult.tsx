import { useEffect, useState } from 'react';
import type { Entry } from '../../progress/index.ts';
import type { ExamData } from '../../site/exams.ts';
import { type LoadedQuestions, loadQuestions } from './load.ts';
import { Result } from './result/Result.tsx';

interface Props {
  id: string;
  entries: readonly Entry[];
  data: ExamData;
  close: () => void;
}

/** The result of an exam taken earlier, with today's texts of its questions. */
export const StoredResult = ({ id, entries, data, close }: Props) => {
  const exam = entries.find((entry) => entry.kind === 'exam' && entry.id === id);
  const [questions, setQuestions] = useState<LoadedQuestions | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ids = exam?.kind === 'exam' ? exam.items.map(({ question }) => question).join(' ') : '';
  useEffect(() => {
    if (ids === '') return;
    let gone = false;
    loadQuestions(ids.split(' ')).then(
      (loaded) => !gone && setQuestions(loaded),
      (error: unknown) => {
        if (gone) return;
        setQuestions(new Map());
        setProblem(`The texts of the questions could not be loaded (${String(error)}). Figures are complete.`);
      },
    );
    return () => {
      gone = true;
    };
  }, [ids]);
  if (exam?.kind !== 'exam')
    return (
      <>
        <p className="empty">This result is not in this browser. Import your progress, or choose another exam.</p>
        <p>
          <button type="button" onClick={close}>
            All exams
          </button>
        </p>
      </>
    );
  if (questions === null) return <p className="soft">Reading the result.</p>;
  return <Result exam={exam} entries={entries} questions={questions} data={data} unsaved={problem} close={close} />;
};
