import type { MatchBody } from '../types/match/schema.ts';
import { eachQuestion, type Rule } from './rule.ts';

/** A match has a spare right side, so that the last pair is not free. */
export const q43: Rule = {
  id: 'Q43',
  name: 'match-spare',
  level: 'warning',
  about: 'A match has a spare right side, so that the last pair is not free.',
  failing: `## T {#t obj=1a refs=doc}

Match them.

- a => b
- c => d

> [!WHY] The one belongs to the other here.
`,
  passing: `## T {#t obj=1a refs=doc}

Match them.

- a => b
- c => d
- => e

> [!WHY] The one belongs to the other here.
`,
  check: eachQuestion((question) => {
    if (question.type !== 'match') return [];
    const { lefts, rights } = question.body as MatchBody;
    if (rights.length > lefts.length) return [];
    return [{ at: 'stem', text: 'Both sides have the same number.', remedy: 'Add a spare right side: `- => text`.' }];
  }),
};
