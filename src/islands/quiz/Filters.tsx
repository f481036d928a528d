import { useEffect, useState } from 'react';
import type { QuizTopics } from '../../site/questions.ts';
import { ALL, type Selection, WHICH, WHICH_WORDS } from './selection.ts';

interface Props {
  selection: Selection;
  topics: QuizTopics;
  change: (selection: Selection) => void;
}

interface FieldProps {
  label: string;
  value: string;
  all: string;
  options: readonly (readonly [value: string, text: string])[];
  choose: (value: string | null) => void;
}

const Field = ({ label, value, all, options, choose }: FieldProps) => (
  <label>
    {label}
    <select value={value} onChange={(event) => choose(event.target.value || null)}>
      <option value="">{all}</option>
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

const short = (text: string): string => {
  const plain = text.replaceAll('`', '');
  return plain.length > 70 ? `${plain.slice(0, 68)}…` : plain;
};

const DIFFICULTIES = ['1, easiest', '2', '3', '4', '5, hardest'];

/** What to be asked, field by field. */
export const Filters = ({ selection, topics, change }: Props) => {
  // In a page that is not awake yet, a choice would be lost.
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const set = (part: Partial<Selection>): void => change({ ...selection, ...part });
  return (
    <fieldset className="chosen" disabled={!alive} aria-label="Which questions">
      <Field
        label="Lesson"
        value={selection.lesson ?? ''}
        all="All lessons"
        options={topics.lessons.map(({ id, title }) => [id, `${id} ${title}`])}
        choose={(lesson) => set({ lesson })}
      />
      <Field
        label="Objective"
        value={selection.objective ?? ''}
        all="All objectives"
        options={topics.objectives.map(({ id, title }) => [id, `${id} ${short(title)}`])}
        choose={(objective) => set({ objective })}
      />
      <Field
        label="Misconception"
        value={selection.misconception ?? ''}
        all="Any"
        options={topics.misconceptions.map(({ id, believed }) => [id, short(believed)])}
        choose={(misconception) => set({ misconception })}
      />
      <Field
        label="Difficulty"
        value={String(selection.difficulty ?? '')}
        all="Any"
        options={DIFFICULTIES.map((text, i) => [String(i + 1), text])}
        choose={(value) => set({ difficulty: value === null ? null : Number(value) })}
      />
      <Field
        label="Which"
        value={selection.which === 'all' ? '' : selection.which}
        all={WHICH_WORDS.all}
        options={WHICH.filter((which) => which !== 'all').map((which) => [which, WHICH_WORDS[which]])}
        choose={(value) => set({ which: WHICH.find((which) => which === value) ?? ALL.which })}
      />
    </fieldset>
  );
};
