import { type Lab, nextActions } from '../../../exam/result/actions.ts';
import type { ExamEntry } from '../../../progress/index.ts';
import { href } from '../../../site/href.ts';
import type { LoadedQuestions } from '../load.ts';

interface Props {
  exam: ExamEntry;
  questions: LoadedQuestions;
  labs: readonly Lab[];
}

/** What to do next, five things at most, each with its reason. */
export const NextActions = ({ exam, questions, labs }: Props) => {
  const known = exam.items.map((item) => {
    const question = questions.get(item.question)?.question;
    return { ...item, title: question?.title ?? item.question, lesson: question?.lesson ?? null };
  });
  return (
    <section aria-labelledby="next">
      <h2 id="next">What to do next</h2>
      <ol className="next-actions">
        {nextActions(known, labs).map(({ path, text, why }) => (
          <li key={path}>
            <a href={href(path)}>{text}</a>
            <span className="small soft">{why}</span>
          </li>
        ))}
      </ol>
    </section>
  );
};
