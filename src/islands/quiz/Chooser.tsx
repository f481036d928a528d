import { type Attempt, type Tally, tally } from '../../progress/index.ts';
import { href } from '../../site/href.ts';
import type { QuestionEntry, QuizLesson } from '../../site/questions.ts';
import { addressOf, type Selection, select, type Which } from './selection.ts';

interface Props {
  questions: readonly QuestionEntry[];
  lessons: readonly QuizLesson[];
  latest: ReadonlyMap<string, Attempt>;
  start: (selection: Selection) => void;
}

const standing = ({ asked, answered, right }: Tally): string =>
  answered === 0 ? `${asked} questions` : `${asked} questions, ${answered} answered, ${right} right`;

/** What to be asked: a lesson, everything, what is open, what was wrong. Its links read without JavaScript, too. */
export const Chooser = ({ questions, lessons, latest, start }: Props) => {
  const link = (selection: Selection, text: string) => (
    <a
      href={href(`/quiz/${addressOf(selection, null)}`)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        start(selection);
      }}
    >
      {text}
    </a>
  );
  const across = (which: Which): number => select({ lesson: null, which }, questions, lessons, latest).length;
  const titleOf = new Map(questions.map(({ id, title }) => [id, title]));
  return (
    <div className="chooser">
      <section aria-labelledby="by-lesson">
        <h2 id="by-lesson">By lesson</h2>
        <ul className="sets">
          {lessons.map(({ id, title, questions: ids }) => (
            <li key={id}>
              <span className="number">{id}</span>
              <h3>{link({ lesson: id, which: 'all' }, title)}</h3>
              <p className="small soft">{standing(tally(ids, latest))}</p>
              <details>
                <summary>Single questions</summary>
                <ol>
                  {ids.map((question) => (
                    <li key={question}>
                      <a href={href(`/quiz/${question}/`)}>{titleOf.get(question)}</a>
                    </li>
                  ))}
                </ol>
              </details>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="across">
        <h2 id="across">Across lessons</h2>
        <ul className="sets">
          <li>
            <h3>{link({ lesson: null, which: 'all' }, 'All questions')}</h3>
            <p className="small soft">{questions.length} questions, also those before the lessons</p>
          </li>
          <li>
            <h3>{link({ lesson: null, which: 'open' }, 'Not answered yet')}</h3>
            <p className="small soft">{across('open')} questions</p>
          </li>
          <li>
            <h3>{link({ lesson: null, which: 'wrong' }, 'Not right last time')}</h3>
            <p className="small soft">{across('wrong')} questions</p>
          </li>
        </ul>
      </section>
    </div>
  );
};
