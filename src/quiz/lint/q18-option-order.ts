import { parseQuantity, ratio } from '../types/number/units.ts';
import { eachQuestion, type Rule } from './rule.ts';
import { optionsOf } from './words.ts';

/** Where the order of options is kept, numbers ascend. */
export const q18: Rule = {
  id: 'Q18',
  name: 'option-order',
  level: 'warning',
  about: 'Where the order of options is kept, numbers ascend.',
  failing: `## T {#t obj=1a refs=doc shuffle=false}

How long?

- [x] 10 minutes {#a}
  > Less is refused with an error message.
- [ ] 60 seconds {#b}
  > This is refused: less than ten minutes.
- [ ] 1 hour {#c}
  > This is the default, not the least value.

> [!WHY] Kubernetes refuses less than that.
`,
  passing: `## T {#t obj=1a refs=doc shuffle=false}

How long?

- [ ] 60 seconds {#b}
  > This is refused: less than ten minutes.
- [x] 10 minutes {#a}
  > Less is refused with an error message.
- [ ] 1 hour {#c}
  > This is the default, not the least value.

> [!WHY] Kubernetes refuses less than that.
`,
  check: eachQuestion((question, _item, { types }) => {
    if (question.shuffle) return [];
    const values = optionsOf(question, types).map(({ text }) => parseQuantity(text));
    if (values.length < 2 || values.some((value) => value === null)) return [];
    const numbers = values.map(
      (value) => value!.number * (value!.unit === null ? 1 : (ratio(value!.unit, 's') ?? ratio(value!.unit, 'B') ?? 1)),
    );
    if (numbers.every((number, i) => i === 0 || number >= numbers[i - 1]!)) return [];
    return [
      {
        at: 'stem',
        text: 'The options are numbers out of order.',
        remedy: 'Sort them, from the least to the greatest.',
      },
    ];
  }),
};
