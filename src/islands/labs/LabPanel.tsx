import { useEffect, useRef, useState } from 'react';
import { diffOf } from '../../labs/diff.ts';
import type { Grade } from '../../labs/grade.ts';
import { RichText } from '../../quiz/rich/view.tsx';
import { href } from '../../site/href.ts';
import { Icon } from '../shared/Icon.tsx';
import { Ticked } from '../shared/Ticked.tsx';
import type { Lab as Bench } from '../workbench/lab.ts';
import { useLab } from '../workbench/use-lab.ts';
import { type Attempt, FRESH, keepAttempt, recallAttempt } from './attempt.ts';
import { Changes } from './Changes.tsx';
import { Checks } from './Checks.tsx';
import { Clock } from './Clock.tsx';
import type { LabPageData } from './data.ts';
import { recordGrade } from './record.ts';
import { Solution } from './Solution.tsx';

interface Props {
  bench: Bench;
  data: LabPageData;
}

/** A solution is worth more after two tries of one's own. */
const TRIES = 2;

/** What a verdict says, in one sentence. */
const verdict = ({ passed, checks }: Grade): string => {
  const good = checks.filter((check) => check.passed).length;
  return passed
    ? `Passed: ${checks.length === 1 ? 'the check holds' : `all ${checks.length} checks hold`}.`
    : `${good} of ${checks.length} checks hold.`;
};

/** Task, checks, hints and solution of a lab, beside the bench on which it is done. */
export const LabPanel = ({ bench, data }: Props) => {
  const { lab, task, why, misconceptions, next, again: other, lessonPath, place } = data;
  const state = useLab(bench);
  const [attempt, setAttempt] = useState<Attempt>(FRESH);
  const [grade, setGrade] = useState<Grade | null>(null);
  const [checking, setChecking] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const graded = useRef<{ readonly files: unknown; readonly session: unknown } | null>(null);
  useEffect(() => setAttempt(recallAttempt(place)), [place]);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (grade !== null) said.current?.scrollIntoView({ block: 'nearest' });
  }, [grade]);

  const change = (next: Attempt): void => {
    setAttempt(next);
    keepAttempt(place, next);
  };
  const check = async (): Promise<void> => {
    setChecking(true);
    setGrade(null);
    const { gradeBench } = await import('./grading.ts');
    graded.current = { files: state.files, session: bench.session };
    const result = await gradeBench(bench, lab, { cancelled: false });
    setChecking(false);
    if (result === null) return;
    setGrade(result);
    change({ ...attempt, graded: attempt.graded + 1 });
    setKept(await recordGrade(lab.id, result));
  };
  const again = (): void => {
    bench.reset();
    bench.run();
    setGrade(null);
    change(FRESH);
  };

  const { recognized = null } = grade ?? {};
  const met = recognized?.misconception == null ? undefined : misconceptions[recognized.misconception];
  const stale = grade !== null && graded.current?.files !== state.files;
  const hints = lab.hints.slice(0, attempt.hints);
  return (
    <div className="lab">
      <p className="lab-goal soft">{lab.goal}</p>
      <div className="lab-text">
        <RichText text={task} />
      </div>
      {lab.timer !== null && (
        <Clock minutes={lab.timer} started={attempt.clock} onStart={(clock) => change({ ...attempt, clock })} />
      )}
      <h2>Checks</h2>
      <Checks lab={lab} grade={grade} />
      <div className="lab-do">
        <button
          type="button"
          className="primary"
          disabled={checking || state.work !== null || state.scene === null}
          onClick={() => void check()}
        >
          <Icon name="check" />
          <span>{checking ? 'Checking…' : 'Check my work'}</span>
        </button>
        <button type="button" onClick={again} disabled={checking}>
          <Icon name="rotate-ccw" />
          <span>Start again</span>
        </button>
      </div>
      <div className="lab-verdict" aria-live="polite" ref={said}>
        {state.changed && (
          <p className="soft">
            Files were changed and not applied. <b>Apply changes</b> brings them into the running world.
          </p>
        )}
        {grade !== null && (
          <p className={grade.passed ? 'lab-passed' : 'lab-failed'}>
            <Icon name={grade.passed ? 'check' : 'circle-alert'} />
            <span>
              {verdict(grade)}
              {stale && ' Files were changed since.'}
            </span>
          </p>
        )}
        {recognized !== null && (
          <div className="lab-hint">
            <p>
              <Ticked text={recognized.hint} />
            </p>
            {met !== undefined && (
              <p className="soft small">
                Often believed: <Ticked text={`${met.believed} ${met.truth}`} />
              </p>
            )}
          </div>
        )}
        {kept !== null && <p className="soft small">{kept}</p>}
        {grade?.passed && (
          <ul className="lab-next">
            {next !== null && (
              <li>
                Next lab: <a href={href(next.path)}>{next.title}</a>
              </li>
            )}
            {other !== null && (
              <li>
                <a href={href(other)}>The same once more with other names</a>
              </li>
            )}
          </ul>
        )}
      </div>
      <section className="lab-hints" aria-label="Hints">
        {hints.length > 0 && (
          <ol>
            {hints.map((hint) => (
              <li key={hint}>
                <Ticked text={hint} />
              </li>
            ))}
          </ol>
        )}
        {attempt.hints < lab.hints.length && !grade?.passed && (
          <button type="button" className="lab-quiet" onClick={() => change({ ...attempt, hints: attempt.hints + 1 })}>
            {attempt.hints === 0 ? 'Give me a hint' : `Next hint (${attempt.hints + 1} of ${lab.hints.length})`}
          </button>
        )}
      </section>
      <details className="lab-more">
        <summary>What I changed</summary>
        <Changes changes={diffOf(lab.world.files, state.files)} none="The files are as you were given them." />
      </details>
      {attempt.gaveUp || grade?.passed ? (
        <Solution lab={lab} why={why} files={state.files} />
      ) : (
        <p className="lab-give-up">
          <button
            type="button"
            className="lab-quiet"
            disabled={attempt.graded < TRIES}
            onClick={() => change({ ...attempt, gaveUp: true })}
          >
            Show a solution
          </button>{' '}
          {attempt.graded < TRIES && <span className="soft small">after {TRIES} checks of your own work</span>}
        </p>
      )}
      {lessonPath !== null && (
        <p className="small">
          <a href={href(lessonPath)}>The lesson {lab.lesson}</a>
        </p>
      )}
    </div>
  );
};
