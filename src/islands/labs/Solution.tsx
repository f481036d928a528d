import { diffOf } from '../../labs/diff.ts';
import type { Lab } from '../../labs/lab.ts';
import type { Rich } from '../../quiz/rich/types.ts';
import { RichText } from '../../quiz/rich/view.tsx';
import { Changes } from './Changes.tsx';

interface Props {
  lab: Lab;
  /** The reasons. */
  why: Rich;
  /** As they are in the editor. */
  files: Readonly<Record<string, string>>;
}

/** The reference solution, beside what the learner has. */
export const Solution = ({ lab, why, files }: Props) => {
  const { files: saved, run } = lab.solution;
  return (
    <section className="lab-solution" aria-label="Solution">
      <h3>A solution</h3>
      <RichText text={why} />
      {Object.keys(saved).length > 0 && (
        <>
          <h4>From your files to it</h4>
          <Changes changes={diffOf(files, { ...files, ...saved })} none="Your files are the same." />
        </>
      )}
      {run.length > 0 && (
        <>
          <h4>Commands</h4>
          <pre className="lab-commands" tabIndex={0}>
            <code>{run.filter((command) => !command.startsWith('wait ')).join('\n')}</code>
          </pre>
        </>
      )}
    </section>
  );
};
