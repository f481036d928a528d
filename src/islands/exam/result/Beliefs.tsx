import type { Report } from '../../../exam/result/report.ts';
import { href } from '../../../site/href.ts';
import { Ticked } from '../../shared/Ticked.tsx';
import type { LoadedQuestions } from '../load.ts';

interface Props {
  report: Report;
  questions: LoadedQuestions;
}

/** Misconceptions that answers showed, each with what is so. */
export const Beliefs = ({ report, questions }: Props) => {
  const met = report.misconceptions.flatMap(({ id, questions: shownBy }) => {
    const known = shownBy.map((question) => questions.get(question)?.question.misconceptions[id]).find(Boolean);
    return known === undefined ? [] : [{ id, shownBy, ...known }];
  });
  if (met.length === 0) return null;
  return (
    <section aria-labelledby="beliefs">
      <h2 id="beliefs">Beliefs behind wrong answers</h2>
      <ul className="beliefs">
        {met.map(({ id, shownBy, believed, truth, lesson }) => (
          <li key={id}>
            <p>
              <q>
                <Ticked text={believed} />
              </q>
            </p>
            <p>
              <Ticked text={truth} />
            </p>
            <p className="small soft">
              Shown in:{' '}
              {shownBy.map((question, i) => (
                <span key={question}>
                  {i > 0 && ', '}
                  <a href={href(`/quiz/${question}/answer/`)}>{questions.get(question)?.question.title ?? question}</a>
                </span>
              ))}
              {lesson !== null && (
                <>
                  {' · Lesson: '}
                  <a href={href(lesson.path)}>{lesson.title}</a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
