/** An attempt between two visits: what is kept of it, and how it comes back. */
import {
  anything,
  listOf,
  moment,
  name,
  oneOf,
  orNull,
  record,
  type Shape,
  type Shaped,
  truth,
} from '../../progress/shape.ts';
import { type AttemptState, attemptMachine } from './machine.ts';

const firstVersion: Shape<1> = (value) => (value === 1 ? null : 'must be 1');

const amount: Shape<number> = moment;

const attempt = record({
  id: name,
  recipe: record({ blueprint: name, seed: name, bank: name, resting: listOf(name) }),
  title: name,
  pass: amount,
  partial: oneOf('all', 'share'),
  items: listOf(
    record({
      question: name,
      response: anything,
      confidence: orNull(oneOf('sure', 'unsure', 'guess')),
      flagged: truth,
      seen: truth,
      spent: amount,
    }),
  ),
  at: amount,
  clock: record({
    limit: orNull(amount),
    used: amount,
    last: record({ wall: amount, steady: amount, page: name }),
    setBack: amount,
  }),
  started: amount,
  ended: orNull(amount),
  endedBy: orNull(oneOf('learner', 'time')),
  pauses: amount,
});

const kept = record({ version: firstVersion, state: anything, attempt });

/** An attempt as it is stored. */
export interface Kept {
  readonly version: 1;
  readonly state: unknown;
  readonly attempt: Shaped<typeof attempt>;
}

export const toKept = (state: AttemptState): Kept => ({
  version: 1,
  state: state.value,
  attempt: state.context as Shaped<typeof attempt>,
});

/** The attempt that was kept, or why it cannot go on, as a sentence; null for none. */
export const fromKept = (value: unknown): AttemptState | { readonly problem: string } | null => {
  if (value === null || value === undefined) return null;
  const wrong = kept(value);
  if (wrong !== null) return { problem: `The exam that was kept in this browser cannot be read (${wrong}).` };
  const { state, attempt: context } = value as Kept;
  try {
    return attemptMachine.resolveState({ value: state as AttemptState['value'], context });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: `The exam that was kept in this browser cannot go on (${why}).` };
  }
};
