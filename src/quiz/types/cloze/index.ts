import { accept, asRecord, refuse } from '../checked.ts';
import type { QuestionType } from '../type.ts';
import { readGap, rightIn, writeGap } from './gap.ts';
import { keyboard } from './keyboard.ts';
import type { ClozeBody, ClozeResponse } from './schema.ts';
import { scoreCloze } from './score.ts';

/** Gaps in prose or code: `[=typed|or this=]`, `[?*chosen|not|not?]`. */
export const cloze: QuestionType<ClozeBody, ClozeResponse> = {
  name: 'cloze',
  label: 'Fill in',
  answersInText: true,
  keyboard,
  recognises: (draft) => draft.gaps.length > 0 && draft.answers.length === 0,
  read: (draft) => {
    const caseSensitive = draft.fields.oneOf('case', ['insensitive', 'sensitive'], 'sensitive') === 'sensitive';
    const gaps = draft.gaps.flatMap((gap) => readGap(gap, draft.report) ?? []);
    for (const gap of draft.gaps) draft.locate(gap.id, gap.marker.place);
    if (gaps.length > 0) return { gaps, caseSensitive };
    if (draft.gaps.length === 0)
      draft.report.error(
        'read/cloze',
        draft.place,
        'There is no gap to fill in.',
        'Write one in the text or code: `[=typed=]` or `[?*right|wrong?]`.',
      );
    return null;
  },
  write: () => '',
  gapSource: (body) => (id) => {
    const gap = body.gaps.find((candidate) => candidate.id === id);
    return gap === undefined ? '' : writeGap(gap);
  },
  options: () => [],
  key: (body) =>
    Object.fromEntries(
      body.gaps.map((gap) => [
        gap.id,
        gap.kind === 'text' ? (gap.accepted[0] ?? '') : (gap.choices.find((choice) => choice.key)?.id ?? ''),
      ]),
    ),
  check: (body, value) => {
    const record = asRecord(value) ?? {};
    const given = Object.fromEntries(
      body.gaps.flatMap((gap) => {
        const text = record[gap.id];
        return typeof text === 'string' && text.trim() !== '' ? [[gap.id, text.slice(0, 300)] as const] : [];
      }),
    );
    const open = body.gaps.length - Object.keys(given).length;
    if (open === 0) return accept(given);
    return refuse(open === 1 ? 'One gap is still open.' : `${open} gaps are still open.`);
  },
  score: scoreCloze,
  arrange: (body, shuffle) => ({
    ...body,
    gaps: body.gaps.map((gap) => (gap.kind === 'choice' ? { ...gap, choices: shuffle(gap.choices) } : gap)),
  }),
  conceal: (body) => ({
    ...body,
    gaps: body.gaps.map((gap) =>
      gap.kind === 'text'
        ? { ...gap, accepted: [] }
        : { ...gap, choices: gap.choices.map((c) => ({ ...c, key: false })).sort((a, b) => (a.id < b.id ? -1 : 1)) },
    ),
  }),
  speak: (body) =>
    body.gaps.map((gap, i) => ({
      id: gap.id,
      text:
        gap.kind === 'text'
          ? `Gap ${i + 1}: type what fits`
          : `Gap ${i + 1}: choose ${gap.choices.map((choice) => choice.text).join(', ')}`,
    })),
  speakKey: (body) => body.gaps.map((gap, i) => `Gap ${i + 1}: ${rightIn(gap)}`).join('; '),
  speakResponse: (body, response) =>
    body.gaps
      .map((gap, i) => {
        const given = response[gap.id] ?? '';
        const shown = gap.kind === 'text' ? given : gap.choices.find((choice) => choice.id === given)?.text;
        return `Gap ${i + 1}: ${shown || 'nothing'}`;
      })
      .join('; '),
};
