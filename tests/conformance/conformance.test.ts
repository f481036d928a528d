import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectedFailures } from './expected.ts';
import { judge, OWN, playFile } from './run.ts';

const files = readdirSync(OWN)
  .filter((n) => n.endsWith('.json'))
  .sort();

describe('the model answers as the real systems were recorded to answer', () => {
  const expected = expectedFailures();

  it.each(files)('%s', (name) => {
    expect(judge(playFile(join(OWN, name)), expected)).toEqual([]);
  });

  it('expects failures only of cases that exist, each with a reason', () => {
    const known = new Set(files.map((n) => n.replace(/\.json$/, '')));
    for (const { case: id, reason } of expected) {
      expect(known).toContain(id.split('/')[0]);
      expect(reason.length).toBeGreaterThan(20);
    }
  });
});
