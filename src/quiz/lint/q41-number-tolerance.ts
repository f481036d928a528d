import type { NumberBody } from '../types/number/schema.ts';
import { eachQuestion, type Rule } from './rule.ts';

/** A number has a unit and a tolerance, be it 0. */
export const q41: Rule = {
  id: 'Q41',
  name: 'number-tolerance',
  level: 'error',
  about: 'A number has a unit and a tolerance, be it 0.',
  failing: `## T {#t type=number obj=1a refs=doc}

How long?

- = 600
  > Less is refused with an error message.

> [!WHY] Kubernetes refuses less than that.
`,
  passing: `## T {#t type=number obj=1a refs=doc}

How long?

- = 600 +- 0 seconds
  > Less is refused with an error message.

> [!WHY] Kubernetes refuses less than that.
`,
  check: eachQuestion((question) => {
    if (question.type !== 'number') return [];
    const { unit, tolerant } = question.body as NumberBody;
    if (unit !== null && tolerant) return [];
    return [
      {
        at: 'heading',
        text: unit === null ? 'The number has no unit.' : 'The number has no tolerance.',
        remedy: 'Write `- = 600 +- 0 seconds`.',
      },
    ];
  }),
};
