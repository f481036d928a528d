import type { OrderBody } from '../types/order/schema.ts';
import { eachQuestion, type Rule } from './rule.ts';

/** An order has four to seven steps. */
export const q42: Rule = {
  id: 'Q42',
  name: 'order-length',
  level: 'warning',
  about: 'An order has four to seven steps.',
  failing: `## T {#t obj=1a refs=doc}

Order the steps.

1. a
2. b
3. c

> [!WHY] The one needs the other before it.
`,
  passing: `## T {#t obj=1a refs=doc}

Order the steps.

1. a
2. b
3. c
4. d

> [!WHY] The one needs the other before it.
`,
  check: eachQuestion((question) => {
    if (question.type !== 'order') return [];
    const { length } = (question.body as OrderBody).order;
    if (length >= 4 && length <= 7) return [];
    return [
      {
        at: 'stem',
        text: `${length} steps.`,
        remedy: length < 4 ? 'Add a step; three can be guessed.' : 'Join steps; more than seven tire.',
      },
    ];
  }),
};
