import { useState } from 'react';
import type { AttemptInput } from '../../../exam/attempt/attempt.ts';
import type { Recipe } from '../../../exam/link.ts';
import type { Entry } from '../../../progress/index.ts';
import type { ExamData, ExamForm } from '../../../site/exams.ts';
import { type Choice, choiceOf, drawn, minutesOffered } from './choice.ts';
import { Forms } from './Forms.tsx';
import { PastExams } from './PastExams.tsx';
import { Settings } from './Settings.tsx';
import { ShareLink } from './ShareLink.tsx';
import { TimeChoice } from './TimeChoice.tsx';

interface Props {
  data: ExamData;
  entries: readonly Entry[];
  /** What the address asks for. */
  linked: Recipe | null;
  /** False in a page that is not awake yet, or still looks for an exam that goes on. */
  alive: boolean;
  begin: (input: Omit<AttemptInput, 'now'>) => void;
}

const formFor = (data: ExamData, linked: Recipe | null): ExamForm | undefined =>
  data.forms.find(({ id, lacks }) => id === linked?.blueprint && lacks === null) ?? data.forms[0];

/** Choosing an exam and its time, and beginning it. */
export const Start = ({ data, entries, linked, alive, begin }: Props) => {
  const first = formFor(data, linked);
  const [choice, setChoice] = useState<Choice | null>(
    first === undefined ? null : { ...choiceOf(first), ...(linked === null ? {} : { seed: linked.seed }) },
  );
  const [problem, setProblem] = useState<string | null>(null);
  if (choice === null) return <p className="empty">There are no exams yet.</p>;
  const form = data.forms.find(({ id }) => id === choice.form);
  const change = (next: Partial<Choice>): void => {
    setProblem(null);
    setChoice({ ...choice, ...next });
  };
  const start = (event: React.FormEvent): void => {
    event.preventDefault();
    const input = drawn({ ...choice, seed: choice.seed.trim() }, data, linked, entries);
    if ('problem' in input) setProblem(input.problem);
    else begin(input);
  };
  const unknown = linked !== null && first?.id !== linked.blueprint;
  return (
    <div className="exam-start">
      {linked !== null && (
        <div className="notice" role="note">
          <p>
            {unknown
              ? 'This link asks for an exam that cannot be taken here. Choose another below.'
              : `This link draws one particular exam: ${first?.title ?? ''}, seed “${linked.seed}”.`}
          </p>
          {!unknown && linked.bank !== data.bank && (
            <p>
              <b>The link was made with another version of the question bank</b> ({linked.bank}; here it is {data.bank}
              ). The exam below can have other items than the one the link was made for.
            </p>
          )}
        </div>
      )}
      <form onSubmit={start}>
        <fieldset className="plain" disabled={!alive}>
          <Forms
            forms={data.forms}
            chosen={choice.form}
            choose={(next) => change({ form: next.id, minutes: next.minutes, pass: next.pass, seed: next.seed ?? '' })}
          />
          {form !== undefined && (
            <TimeChoice
              offered={minutesOffered(form)}
              chosen={choice.minutes}
              choose={(minutes) => change({ minutes })}
            />
          )}
          <Settings choice={choice} fixed={form?.seed != null} change={change} />
          <div className="begin">
            <button type="submit" className="primary">
              Begin
            </button>
            <p className="small soft">
              The clock starts at once, and goes on while the page is closed. Pause stops it.
            </p>
          </div>
        </fieldset>
        <p className="problem" role="alert">
          {problem}
        </p>
      </form>
      {alive && choice.seed.trim() !== '' && form !== undefined && (
        <ShareLink
          recipe={{ blueprint: form.id, seed: choice.seed.trim(), bank: data.bank, resting: [] }}
          bank={data.items.map(({ id }) => id)}
          label="Address of this exam for a class"
        />
      )}
      <PastExams entries={entries} />
    </div>
  );
};
