import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { fromKept } from '../../../../src/exam/attempt/keep.ts';
import { type AttemptState, attemptMachine } from '../../../../src/exam/attempt/machine.ts';
import { conclude, forgetKept, idOfKept, keep, keptIn } from '../../../../src/islands/exam/keeping.ts';
import { openJournal } from '../../../../src/progress/journal.ts';
import { memoryStore } from '../../../../src/progress/memory.ts';

const now = { wall: 1000, steady: 0, page: 'p' };

const store = () => {
  let n = 0;
  return memoryStore({ kind: 'durable' }, { now: () => ++n, unique: () => `id${++n}` }, openJournal(null, 'test'));
};

const finished = (): AttemptState => {
  let [state]: [AttemptState, ...unknown[]] = initialTransition(attemptMachine, {
    id: 'e1',
    recipe: { blueprint: 'b', seed: 's', bank: 'v', resting: [] },
    title: 'Test',
    pass: 70,
    partial: 'all',
    questions: ['q1'],
    limit: null,
    now,
  });
  for (const type of ['begin', 'review', 'finish'] as const) [state] = transition(attemptMachine, state, { type, now });
  return state;
};

describe('the exam in the learner’s document', () => {
  it('is found again as it was, the latest of several', async () => {
    const document = store();
    const [ready] = initialTransition(attemptMachine, { ...finished().context, questions: ['q1'], limit: null, now });
    await keep(document, ready);
    await keep(document, finished());
    const found = keptIn(await document.entries());
    expect(idOfKept(found)).toBe('e1');
    expect((fromKept(found) as AttemptState).status).toBe('done');
    await forgetKept(document);
    expect(keptIn(await document.entries())).toBeNull();
  });

  it('is written once when it is concluded twice, as after a crash in between', async () => {
    const document = store();
    await conclude(document, finished(), new Map());
    await conclude(document, finished(), new Map());
    const exams = (await document.entries()).filter(({ kind }) => kind === 'exam');
    expect(exams.map(({ id }) => id)).toEqual(['e1']);
    expect(keptIn(await document.entries())).toBeNull();
  });

  it('stays a draft when the result is refused, and says so', async () => {
    const document = { ...store(), take: () => Promise.reject(new Error('the disk is full')) };
    const { exam, unsaved } = await conclude(document, finished(), new Map());
    expect(exam.id).toBe('e1');
    expect(unsaved).toContain('the disk is full');
    expect(idOfKept(keptIn(await document.entries()))).toBe('e1');
  });
});
