import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/exports/csv.ts';
import { toXapi } from '../../../src/exports/xapi.ts';
import type { Entry } from '../../../src/progress/index.ts';
import { readDocument } from '../../../src/progress/index.ts';
import { fixture } from '../progress/helpers.ts';
import { answered, at } from '../review/history.ts';

const site = { title: 'Sidecar Lab', address: 'https://example.org/lab/' };
const titles = { questions: new Map([['q1', 'A "first", question']]), lessons: new Map() };
const everything = (): readonly Entry[] => {
  const read = readDocument(fixture('v2.json'), 0);
  if (!read.ok) throw new Error(read.problem);
  return read.entries;
};

describe('answers as a table', () => {
  it('have a line each, quoted where needed', () => {
    const text = toCsv(
      [answered(0, 'q1', false, { misconceptions: ['M1', 'M2'], answer: ['a', 'b'] })],
      titles.questions,
    );
    const [head, line, end] = text.split('\r\n');
    expect(head).toBe('time,id,title,score,confidence,misconceptions,asked in,taken back,answer');
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,q1,"A ""first"", question",0,,M1 M2,quiz,no,"\[""a"",""b""\]"$/);
    expect(end).toBe('');
  });

  it('never become formulas', () => {
    const text = toCsv([answered(0, '=HYPERLINK("x")', true, { answer: '-1' })], new Map());
    expect(text).toContain(`,"'=HYPERLINK(""x"")",`);
  });

  it('say which were taken back', () => {
    const first = answered(0, 'q1');
    expect(toCsv([first, { kind: 'undo', id: 'u', at: at(0), of: first.id }], titles.questions)).toContain(',yes,');
  });
});

describe('xAPI statements', () => {
  it('tell every experience of a document with verb, object, result and a UUID of its own', () => {
    const statements = toXapi(everything(), site, titles);
    expect(statements.map(({ verb }) => (verb as { display: { 'en-US': string } }).display['en-US'])).toEqual([
      'answered',
      'answered',
      'voided',
      'completed',
      'failed',
      'failed',
    ]);
    const ids = statements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(statements[0]).toMatchObject({
      actor: { objectType: 'Agent', account: { homePage: site.address, name: 'learner' } },
      object: { id: 'https://example.org/lab/quiz/check-design/' },
      result: { score: { scaled: 0 }, success: false },
      timestamp: expect.stringMatching(/Z$/),
    });
  });

  it('void what was taken back, by its id', () => {
    const first = answered(0, 'q1');
    const [told, voided] = toXapi([first, { kind: 'undo', id: 'u', at: at(0), of: first.id }], site, titles);
    expect(voided).toMatchObject({ object: { objectType: 'StatementRef', id: told!.id } });
  });
});
