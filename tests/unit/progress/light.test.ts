import './helpers.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../src/progress/index.ts';
import { lessonDone, markLesson, recordAnswer } from '../../../src/progress/light.ts';
import { around, shelf } from './helpers.ts';

const answer = { question: 'q1', answer: 'a', score: 1, confidence: null, misconceptions: [] };

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the document on a page without a framework', () => {
  it('leaves no trace of a reader who did nothing', async () => {
    expect(await lessonDone()).toEqual(new Set());
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('remembers for the whole program, which hears of it at once', async () => {
    expect(await markLesson('L01')).toBeNull();
    const store = await openStore(around());
    await store.entries();
    const heard = vi.fn();
    store.subscribe(heard);
    expect(await recordAnswer(answer)).toBeNull();
    expect(await markLesson('L04')).toBeNull();
    expect(await markLesson('L04', false)).toBeNull();
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3));
    expect(await store.entries()).toMatchObject([
      { kind: 'lesson', lesson: 'L01' },
      { kind: 'attempt', question: 'q1', via: 'lesson' },
      { kind: 'lesson', step: 'done' },
      { kind: 'lesson', step: 'open' },
    ]);
    expect(await lessonDone(['L01', 'L04', 'L11'])).toEqual(new Set(['L01']));
    store.close();
  });

  it('keeps what the database refuses for the next page, and says so', async () => {
    const kept = shelf();
    vi.stubGlobal('localStorage', kept);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await markLesson('L11')).toContain('QuotaExceededError');
    put.mockRestore();
    expect(await lessonDone(['L11'])).toEqual(new Set(['L11']));
    const store = await openStore(around(kept));
    expect((await store.entries()).at(-1)).toMatchObject({ lesson: 'L11' });
    await vi.waitFor(() => expect(kept.content.size).toBe(0));
    store.close();
  });
});
