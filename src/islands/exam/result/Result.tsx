import { useMemo } from 'react';
import { reportOn } from '../../../exam/result/report.ts';
import type { Entry, ExamEntry } from '../../../progress/index.ts';
import type { ExamData } from '../../../site/exams.ts';
import type { LoadedQuestions } from '../load.ts';
import { ShareLink } from '../start/ShareLink.tsx';
import { Beliefs } from './Beliefs.tsx';
import { Domains } from './Domains.tsx';
import { EarlierExams } from './EarlierExams.tsx';
import { ItemList } from './ItemList.tsx';
import { NextActions } from './NextActions.tsx';
import { Sureness } from './Sureness.tsx';
import { Verdict } from './Verdict.tsx';

interface Props {
  exam: ExamEntry;
  entries: readonly Entry[];
  questions: LoadedQuestions;
  data: ExamData;
  /** Why the result is not stored yet. */
  unsaved: string | null;
  close: () => void;
}

/** What an exam says: the result, what to do next, and the figures behind it. */
export const Result = ({ exam, entries, questions, data, unsaved, close }: Props) => {
  const report = useMemo(() => reportOn(exam, data.domains), [exam, data]);
  return (
    <div className="exam-result">
      <Verdict exam={exam} report={report} />
      {unsaved !== null && (
        <p className="notice" role="alert">
          {unsaved}
        </p>
      )}
      {exam.bank !== data.bank && (
        <p className="notice">
          The question bank has changed since this exam (then {exam.bank}, now {data.bank}). Points are those of that
          day; texts are those of today.
        </p>
      )}
      <NextActions exam={exam} questions={questions} labs={data.labs} />
      <Domains report={report} line={exam.pass} />
      <Sureness report={report} />
      <Beliefs report={report} questions={questions} />
      <EarlierExams exam={exam} entries={entries} />
      <ItemList exam={exam} questions={questions} />
      <div className="exam-tools no-print">
        <button type="button" onClick={() => print()}>
          Print
        </button>
        <button type="button" onClick={close}>
          All exams
        </button>
      </div>
      <ShareLink
        recipe={exam}
        bank={data.items.map(({ id }) => id)}
        label="Address of this exam, to take it with others"
      />
    </div>
  );
};
