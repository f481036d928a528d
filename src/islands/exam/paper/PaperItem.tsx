import { letterOf } from '../../../quiz/choice/OptionList.tsx';
import { asWritten, shuffleBy } from '../../../quiz/order.ts';
import { RichText } from '../../../quiz/rich/view.tsx';
import type { Loaded } from '../load.ts';

interface Props {
  loaded: Loaded;
  /** The exam's seed: the order of options follows from it. */
  seed: string;
  number: number;
}

/** A body in the order in which the exam with this seed shows it. */
const arranged = ({ question, type }: Loaded, seed: string, body: unknown): unknown =>
  type.arrange(body, question.shuffle ? shuffleBy(`${seed}/${question.id}`) : asWritten);

/** One item on paper. */
export const PaperItem = ({ loaded, seed, number }: Props) => {
  const { question, type } = loaded;
  // Concealed before it is arranged: some kinds forget their order when they hide their key.
  const body = arranged(loaded, seed, type.conceal(question.body));
  const options = type.options(body);
  const spoken = options.length > 0 ? [] : type.speak(body);
  return (
    <article className="paper-question" aria-label={`Item ${number}`}>
      <div className="stem">
        <span className="number">{number}</span>
        <RichText text={question.stem} />
      </div>
      <ul className="parts">
        {options.map(({ id, text }, i) => (
          <li key={id}>
            <span className="box" aria-hidden="true" />
            <span>
              <b className="letter">{letterOf(i)}</b> <RichText text={text} phrasing />
            </span>
          </li>
        ))}
        {spoken.map(({ id, text }) => (
          <li key={id}>
            <span className="box" aria-hidden="true" />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {spoken.length === 1 && (
        <>
          <div className="write" aria-hidden="true" />
          <div className="write" aria-hidden="true" />
        </>
      )}
    </article>
  );
};

/** The key of an item: letters of options, otherwise words. */
export const PaperKey = ({ loaded, seed, number }: Props) => {
  const { question, type } = loaded;
  const body = arranged(loaded, seed, question.body);
  const marked = type.options(type.conceal(question.body)).length > 0;
  const letters = type.options(body).flatMap(({ key }, i) => (key ? [letterOf(i)] : []));
  return (
    <div>
      <dt>{number}</dt>
      <dd>
        <b>{marked ? letters.join(', ') : type.speakKey(body)}</b>
        {question.why !== null && <RichText text={question.why} />}
      </dd>
    </div>
  );
};
