import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAM_SETTINGS, graded } from '../../../../src/quiz/score/score.ts';
import { accept, refuse } from '../../../../src/quiz/types/checked.ts';
import { questionTypes } from '../../../../src/quiz/types/index.ts';
import { registryOf } from '../../../../src/quiz/types/registry.ts';
import { loadShown, shownNames } from '../../../../src/quiz/types/shown.ts';
import type { QuestionType } from '../../../../src/quiz/types/type.ts';
import { questionViews } from '../../../../src/quiz/types/views.ts';
import { readOne } from '../helpers.ts';

const folder = new URL('../../../../src/quiz/types/', import.meta.url);
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe('the folders of question types', () => {
  it('are all known to programs, to pages and to browsers', async () => {
    expect([...questionTypes.names].sort()).toEqual(folders);
    expect(Object.keys(questionViews).sort()).toEqual(folders);
    expect([...shownNames].sort()).toEqual(folders);
    for (const name of folders) expect((await loadShown(name))?.type.name).toBe(name);
  });

  it.each(folders)('%s says what keys do and stands in a file of its own', (name) => {
    expect(questionTypes.find(name)!.keyboard.length).toBeGreaterThan(0);
    for (const file of ['index.ts', 'keyboard.ts', 'view.tsx', 'shown.ts'])
      expect(existsSync(new URL(`${name}/${file}`, folder))).toBe(true);
  });
});

/** A kind that the program does not have: a guess on a scale, right within one. */
const scale: QuestionType<{ readonly middle: number }, number> = {
  name: 'scale',
  label: 'Scale',
  answersInText: true,
  keyboard: [{ keys: '← →', does: 'move on the scale' }],
  recognises: () => false,
  read: (draft) => ({ middle: draft.fields.integer('middle', 0, 9) ?? 0 }),
  write: () => '',
  options: () => [],
  key: (body) => body.middle,
  check: (_body, value) => (typeof value === 'number' ? accept(value) : refuse('Move the slider.')),
  score: (body, response, settings) => graded(Math.abs(response - body.middle) <= 1 ? 1 : 0, [], 'Near', settings),
  arrange: (body) => body,
  conceal: () => ({ middle: 0 }),
  speak: () => [{ id: 'scale', text: 'A scale from 0 to 9' }],
  speakKey: (body) => String(body.middle),
  speakResponse: (_body, response) => String(response),
};

describe('a further type', () => {
  it('is read, asked and scored without a change elsewhere', () => {
    const types = registryOf([...questionTypes.all, scale]);
    const question = readOne<{ middle: number }>('## How sure? {#sure type=scale middle=4}\n\nMove it.\n', types);
    const type = types.find(question.type)!;
    expect(type.score(question.body, 5, EXAM_SETTINGS).right).toBe(true);
    expect(type.check(question.body, 'five')).toEqual({ ok: false, problem: 'Move the slider.' });
  });
});
