import { type Attempt, type Entry, lessonsDone, type Tally, tally } from '../../progress/index.ts';
import { href } from '../../site/href.ts';
import { Icon } from '../shared/Icon.tsx';
import type { ProgressData } from './data.ts';

interface Props {
  data: ProgressData;
  entries: readonly Entry[];
  latest: ReadonlyMap<string, Attempt>;
}

const Bar = ({ count, label }: { count: Tally; label: string }) => (
  <meter min={0} max={Math.max(1, count.asked)} value={count.right} aria-label={`${label}: right`}>
    {count.right} of {count.asked}
  </meter>
);

const Row = ({
  count,
  head,
  label,
  extra,
}: {
  count: Tally;
  head: React.ReactNode;
  label: string;
  extra?: React.ReactNode;
}) => (
  <tr>
    <th scope="row">{head}</th>
    {extra !== undefined && <td>{extra}</td>}
    <td className="figure">
      {count.answered} of {count.asked}
    </td>
    <td className="figure">{count.right}</td>
    <td className="bar">
      <Bar count={count} label={label} />
    </td>
  </tr>
);

/** Lessons and objectives as tables of figures, each with a bar. */
export const Figures = ({ data, entries, latest }: Props) => {
  const done = lessonsDone(entries);
  const counted = new Set(data.questions.flatMap(({ objectives }) => objectives));
  return (
    <>
      <section aria-labelledby="lessons">
        <h2 id="lessons">Lessons</h2>
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Lesson</th>
                <th scope="col">State</th>
                <th scope="col">Answered</th>
                <th scope="col">Right last time</th>
                <th scope="col">
                  <span className="visually-hidden">As a bar</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.lessons.map(({ id, title, slug, quiz }) => (
                <Row
                  key={id}
                  label={title}
                  count={tally(quiz, latest)}
                  head={
                    <>
                      <span className="soft">{id}</span> <a href={href(`/lessons/${slug}/`)}>{title}</a>
                    </>
                  }
                  extra={
                    done.has(id) ? (
                      <span className="done">
                        <Icon name="check" /> done
                      </span>
                    ) : (
                      'open'
                    )
                  }
                />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section aria-labelledby="objectives">
        <h2 id="objectives">Objectives of the exam</h2>
        <p className="small soft">Only objectives that have questions. A few answers say little about an objective.</p>
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Objective</th>
                <th scope="col">Answered</th>
                <th scope="col">Right last time</th>
                <th scope="col">
                  <span className="visually-hidden">As a bar</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.domains.flatMap(({ objectives }) =>
                objectives
                  .filter(({ id }) => counted.has(id))
                  .map(({ id, title }) => (
                    <Row
                      key={id}
                      label={title}
                      count={tally(
                        data.questions
                          .filter((question) => question.objectives.includes(id))
                          .map((question) => question.id),
                        latest,
                      )}
                      head={
                        <>
                          <a href={href(`/objectives/#${id}`)}>{id}</a> {title}
                        </>
                      }
                    />
                  )),
              )}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
};
