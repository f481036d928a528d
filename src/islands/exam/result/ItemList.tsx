import type { GradedItem } from '../../../exam/result/grade.ts';
import type { ExamEntry } from '../../../progress/index.ts';
import { href } from '../../../site/href.ts';
import { CONFIDENCE_WORDS } from '../../quiz/ConfidenceChoice.tsx';
import { Icon } from '../../shared/Icon.tsx';
import type { Loaded, LoadedQuestions } from '../load.ts';
import { durationText, percent } from '../words.ts';

const verdict = (score: number | null): string => {
  if (score === null) return 'No answer';
  if (score === 1) return 'Right';
  return score === 0 ? 'Not right' : `Partly right (${percent(score)})`;
};

const Words = ({ item, loaded }: { item: GradedItem; loaded: Loaded }) => {
  const { question, type } = loaded;
  const given = item.score === null ? null : type.check(question.body, item.answer);
  return (
    <dl>
      {given?.ok === true && (
        <div>
          <dt>Your answer</dt>
          <dd>{type.speakResponse(question.body, given.value)}</dd>
        </div>
      )}
      {item.score !== 1 && (
        <div>
          <dt>Right</dt>
          <dd>{type.speakKey(question.body)}</dd>
        </div>
      )}
    </dl>
  );
};

interface Props {
  exam: ExamEntry;
  questions: LoadedQuestions;
}

/** Every item with what was answered, what is right, and the way to the reasons. */
export const ItemList = ({ exam, questions }: Props) => (
  <section aria-labelledby="items">
    <h2 id="items">Item by item</h2>
    <ol className="graded">
      {exam.items.map((item) => {
        const loaded = questions.get(item.question);
        return (
          <li key={item.question} data-outcome={item.score === null ? 'open' : item.score === 1 ? 'right' : 'wrong'}>
            <details>
              <summary>
                <span className="outcome">
                  {item.score !== null && <Icon name={item.score === 1 ? 'check' : 'x'} />}
                  {verdict(item.score)}
                </span>
                <span className="title">{loaded?.question.title ?? item.question}</span>
                <span className="small soft">
                  {item.confidence === null ? '' : `${CONFIDENCE_WORDS[item.confidence]}, `}
                  {durationText(item.spent)}
                </span>
              </summary>
              {loaded !== undefined && <Words item={item} loaded={loaded} />}
              <p className="small">
                <a href={href(`/quiz/${item.question}/answer/`)}>Answer and reasons</a>
              </p>
            </details>
          </li>
        );
      })}
    </ol>
  </section>
);
