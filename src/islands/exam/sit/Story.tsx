import type { CodeBlock } from '../../../quiz/rich/types.ts';
import { RichText } from '../../../quiz/rich/view.tsx';
import type { ServedQuestion } from '../../../quiz/served.ts';
import { Exhibits } from '../../quiz/Exhibits.tsx';

interface Props {
  name: string;
  situation: NonNullable<ServedQuestion['situation']>;
}

/** The situation of an item with its files, without links that lead out of the exam. */
export const Story = ({ name, situation: { title, text } }: Props) => {
  const files = text.filter((block): block is CodeBlock => block.type === 'code' && block.file !== null);
  return (
    <section className="situation" aria-labelledby={`${name}-situation`}>
      <h3 id={`${name}-situation`}>{title}</h3>
      <RichText text={text.filter((block) => block.type !== 'code' || block.file === null)} />
      {files.length > 0 && <Exhibits name={name} files={files} />}
    </section>
  );
};
