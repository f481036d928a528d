import { useState } from 'react';
import { type Tally, tally } from '../../progress/index.ts';
import { href } from '../../site/href.ts';
import type { QuestionEntry, QuizTopics } from '../../site/questions.ts';
import { Filters } from './Filters.tsx';
import { ALL, addressOf, type History, type Selection, select, WHICH_WORDS, type Which } from './selection.ts';

interface Props {
  questions: readonly QuestionEntry[];
  topics: QuizTopics;
  history: History;
  start: (selection: Selection) => void;
}

const counted = (count: number): string => (count === 1 ? '1 question' : `${count} questions`);

const standing = ({ asked, answered, right }: Tally): string =>
  answered === 0 ? counted(asked) : `${counted(asked)}, ${answered} answered, ${right} right`;

/** What to be asked: what is open, wrong or due; a lesson; or field by field. Its links read without JavaScript, too. */
export const Chooser = ({ questions, topics, history, start }: Props) => {
  const [wish, setWish] = useState<Selection>(ALL);
  const found = (selection: Selection): readonly QuestionEntry[] =>
    select(selection, questions, topics.lessons, history);
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
  const across = (which: Which) => {
    const { length } = found({ ...ALL, which });
    return (
      <li key={which} data-none={length === 0 || undefined}>
        <h3>{link({ ...ALL, which }, WHICH_WORDS[which])}</h3>
        <p className="small soft">{counted(length)}</p>
      </li>
    );
  };
  const wished = found(wish).length;
  return (
    <div className="chooser">
      <section aria-labelledby="across">
        <h2 id="across">Across lessons</h2>
        <ul className="sets sets-small">{(['due', 'wrong', 'open', 'all'] as const).map(across)}</ul>
      </section>
      <section aria-labelledby="by-lesson">
        <h2 id="by-lesson">By lesson</h2>
        <ul className="sets">
          {topics.lessons.map(({ id, title }) => {
            const own = found({ ...ALL, lesson: id });
            return (
              <li key={id}>
                <span className="number">{id}</span>
                <h3>{link({ ...ALL, lesson: id }, title)}</h3>
                <p className="small soft">
                  {standing(
                    tally(
                      own.map((question) => question.id),
                      history.latest,
                    ),
                  )}
                </p>
                <details>
                  <summary>Single questions</summary>
                  <ol>
                    {own.map((question) => (
                      <li key={question.id}>
                        <a href={href(`/quiz/${question.id}/`)}>{question.title}</a>
                      </li>
                    ))}
                  </ol>
                </details>
              </li>
            );
          })}
        </ul>
      </section>
      <section aria-labelledby="by-wish">
        <h2 id="by-wish">By objective, misconception or difficulty</h2>
        <Filters selection={wish} topics={topics} change={setWish} />
        <p className="wish">
          <button type="button" className="primary" disabled={wished === 0} onClick={() => start(wish)}>
            Start
          </button>{' '}
          <span role="status">{wished === 0 ? 'No question fits.' : `${counted(wished)}.`}</span>
        </p>
      </section>
    </div>
  );
};
