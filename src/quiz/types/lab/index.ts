import { graded, type ScoredPart } from '../../score/score.ts';
import { accept, asRecord, asTexts, refuse } from '../checked.ts';
import type { QuestionType } from '../type.ts';
import { keyboard } from './keyboard.ts';
import type { LabBody, LabResponse } from './schema.ts';

/** Something to repair or build: `type=lab lab=<id>`. The answer is the lab's result. */
export const lab: QuestionType<LabBody, LabResponse> = {
  name: 'lab',
  label: 'Lab',
  answersInText: true,
  keyboard,
  recognises: (draft) => draft.fields.own('lab'),
  read: (draft) => {
    const id = draft.fields.text('lab');
    if (id !== null) return { lab: id };
    draft.report.error('read/lab', draft.place, 'The question names no lab.', 'Add `lab=<id>`, an id of content/labs.');
    return null;
  },
  write: () => '',
  options: () => [],
  key: (body) => ({ lab: body.lab, passed: ['all'], failed: [] }),
  check: (body, value) => {
    const record = asRecord(value);
    const passed = asTexts(record?.passed);
    const failed = asTexts(record?.failed);
    if (record?.lab !== body.lab || passed === null || failed === null || passed.length + failed.length === 0)
      return refuse('Open the lab and let it check your work first.');
    return accept({ lab: body.lab, passed: [...new Set(passed)], failed: [...new Set(failed)] });
  },
  score: (_body, response, settings) => {
    const part =
      (outcome: 'right' | 'wrong') =>
      (id: string): ScoredPart => ({ id, outcome, feedback: [], misconception: null });
    const total = response.passed.length + response.failed.length;
    return graded(
      response.passed.length / total,
      [...response.passed.map(part('right')), ...response.failed.map(part('wrong'))],
      `${response.passed.length} of ${total} checks of the lab are met`,
      settings,
    );
  },
  arrange: (body) => body,
  conceal: (body) => body,
  speak: (body) => [{ id: 'lab', text: `A link to the lab ${body.lab}.` }],
  speakKey: () => 'Every check of the lab is met.',
  speakResponse: (_body, response) => `${response.passed.length} checks met, ${response.failed.length} not met`,
};
