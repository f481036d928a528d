import type { CodeBlock } from '../../quiz/rich/types.ts';
import { RichText } from '../../quiz/rich/view.tsx';
import type { ServedQuestion } from '../../quiz/served.ts';
import { href } from '../../site/href.ts';
import { Exhibits } from './Exhibits.tsx';

interface Props {
  name: string;
  asked: ServedQuestion;
  /** One below that of the question's title. */
  heading: 'h2' | 'h3';
}

/** What several questions share: the story, its files, and the way to the other questions. */
export const Situation = ({ name, asked, heading: Heading }: Props) => {
  const { situation } = asked;
  if (situation === null) return null;
  const files = situation.text.filter((block): block is CodeBlock => block.type === 'code' && block.file !== null);
  const story = situation.text.filter((block) => block.type !== 'code' || block.file === null);
  return (
    <section className="situation" aria-labelledby={`${name}-situation`}>
      <Heading className="situation-title" id={`${name}-situation`}>
        {situation.title}
      </Heading>
      <RichText text={story} />
      {files.length > 0 && <Exhibits name={name} files={files} />}
      <ol className="siblings" aria-label="Questions on this situation">
        {situation.questions.map(({ id, title }) => (
          <li key={id}>
            {id === asked.id ? <b aria-current="true">{title}</b> : <a href={href(`/quiz/${id}/`)}>{title}</a>}
          </li>
        ))}
      </ol>
    </section>
  );
};
