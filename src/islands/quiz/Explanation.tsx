import { RichText } from '../../quiz/rich/view.tsx';
import type { ServedQuestion } from '../../quiz/served.ts';
import { href } from '../../site/href.ts';
import { Ticked } from '../shared/Ticked.tsx';
import { RunLink } from './RunLink.tsx';

interface Props {
  question: ServedQuestion;
  /** Ids of those that the answer shows. */
  misconceptions: readonly string[];
  /** One below that of the question's title. */
  heading: 'h2' | 'h3';
}

/** Why: the rule behind the key, what a wrong answer may show, where to read on. */
export const Explanation = ({ question, misconceptions, heading: Heading }: Props) => (
  <div className="explanation">
    {question.why !== null && (
      <section>
        <Heading>Why</Heading>
        <RichText text={question.why} />
        {question.runs.includes('key') && <RunLink question={question.id} part="key" />}
      </section>
    )}
    {misconceptions.flatMap((id) => {
      const known = question.misconceptions[id];
      return known === undefined
        ? []
        : [
            <section key={id} className="misconception">
              <Heading>A common belief behind this answer</Heading>
              <p>
                <q>
                  <Ticked text={known.believed} />
                </q>
              </p>
              <p>
                <Ticked text={known.truth} />
              </p>
              {known.lesson !== null && (
                <p>
                  Read on: <a href={href(known.lesson.path)}>{known.lesson.title}</a>
                </p>
              )}
            </section>,
          ];
    })}
    <p className="small soft">
      {question.sources.map(({ title, url }, i) => (
        <span key={url}>
          {i === 0 ? 'Source: ' : ', '}
          <a href={url}>{title}</a>
        </span>
      ))}
      {question.lesson !== null && (
        <>
          {question.sources.length > 0 && ' · '}
          Lesson: <a href={href(`/lessons/${question.lesson.slug}/`)}>{question.lesson.title}</a>
        </>
      )}
      {' · '}
      <a href={href(`/quiz/${question.id}/`)}>Permanent address</a>
    </p>
  </div>
);
