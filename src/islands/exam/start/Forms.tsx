import { sizeOf } from '../../../exam/blueprint/blueprint.ts';
import type { ExamForm } from '../../../site/exams.ts';
import { counted } from '../words.ts';

interface Props {
  forms: readonly ExamForm[];
  chosen: string;
  choose: (form: ExamForm) => void;
}

/** The exams that there are. Those for which questions are missing are shown and cannot be chosen. */
export const Forms = ({ forms, chosen, choose }: Props) => (
  <fieldset className="forms">
    <legend>Exam</legend>
    {forms.map((form) => (
      <label key={form.id} className="form-choice">
        <input
          type="radio"
          name="form"
          value={form.id}
          checked={form.id === chosen}
          disabled={form.lacks !== null}
          onChange={() => choose(form)}
        />
        <span>
          <b>{form.title}</b>
          <span className="about">{form.about}</span>
          <span className="small soft">
            {counted(sizeOf(form), 'item')}, {form.minutes} minutes proposed
            {form.lacks !== null && `. Not ready yet: ${form.lacks}`}
          </span>
        </span>
      </label>
    ))}
  </fieldset>
);
