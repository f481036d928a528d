import { assign, setup } from 'xstate';
import type { Spawned, Stamped } from '../../kernel/index.ts';
import {
  checkAudience,
  checkBoundObjects,
  checkServiceAccount,
  checkSignature,
  checkTimes,
  commonAudiences,
  issuedHere,
  type ReviewInput,
  userOf,
  type Verdict,
} from './review.ts';

interface Context {
  readonly input: ReviewInput;
  /** Why the token was refused; `null` so far. */
  readonly error: string | null;
}

type Check = (input: ReviewInput) => string | null;

const issued = (input: ReviewInput) => issuedHere(input.token, input.issuer);

/** A check by the name of its state. Each speaks only of a token that passed those before. */
const CHECKS = {
  matchingIssuer: (input) => (issued(input) ? null : ''),
  verifyingSignature: (input) => withIssued(input, ({ jws }) => checkSignature(jws, input.keys)),
  matchingAudience: (input) => withIssued(input, ({ claims }) => checkAudience(claims, input)),
  checkingTimes: (input) => withIssued(input, ({ claims }) => checkTimes(claims, input.wall)),
  lookingUpSecret: (input) =>
    withIssued(input, ({ claims }) =>
      claims.legacy ? checkBoundObjects(claims, input.objects, input.token, input.wall) : null,
    ),
  lookingUpServiceAccount: (input) =>
    withIssued(input, ({ claims }) => checkServiceAccount(claims, input.objects, input.wall)),
  lookingUpBoundObject: (input) =>
    withIssued(input, ({ claims }) => checkBoundObjects(claims, input.objects, input.token, input.wall)),
} as const satisfies Record<string, Check>;

const withIssued = (
  input: ReviewInput,
  check: (i: NonNullable<ReturnType<typeof issued>>) => string | null,
): string | null => {
  const known = issued(input);
  return known ? check(known) : '';
};

type CheckName = keyof typeof CHECKS;

const verdictOf = ({ input, error }: Context): Verdict => {
  const known = issued(input);
  if (error !== null || !known) return { user: null, audiences: [], error: error ?? '' };
  const uid = input.objects.serviceAccount?.uid ?? '';
  return { user: userOf(known.claims, uid), audiences: commonAudiences(known.claims, input), error: '' };
};

/**
 * How the API server looks at one token. The states are the checks in their order; a refused token shows the one it
 * failed. Output: a `Verdict`.
 */
export const tokenReviewMachine = setup({
  types: {
    context: {} as Context,
    input: {} as Spawned<{ review: ReviewInput }>,
    events: {} as Stamped<{ type: 'never' }>,
    output: {} as Verdict,
  },
  guards: { passes: ({ context }, check: CheckName) => CHECKS[check](context.input) === null },
  actions: { refuse: assign({ error: ({ context }, check: CheckName) => CHECKS[check](context.input) }) },
}).createMachine({
  id: 'token-review',
  context: ({ input }) => ({ input: input.review, error: null }),
  initial: 'matchingIssuer',
  states: {
    matchingIssuer: step('matchingIssuer', 'verifyingSignature'),
    verifyingSignature: step('verifyingSignature', 'matchingAudience'),
    matchingAudience: step('matchingAudience', 'checkingTimes'),
    checkingTimes: step('checkingTimes', 'lookingUpSecret'),
    lookingUpSecret: step('lookingUpSecret', 'lookingUpServiceAccount'),
    lookingUpServiceAccount: step('lookingUpServiceAccount', 'lookingUpBoundObject'),
    lookingUpBoundObject: step('lookingUpBoundObject', 'authenticated'),
    authenticated: { type: 'final' },
    refused: { type: 'final' },
  },
  output: ({ context }) => verdictOf(context),
});

/** A state that goes on when its check passes and ends the review when it does not. */
function step<Next extends string>(check: CheckName, next: Next) {
  return {
    always: [
      { guard: { type: 'passes', params: check }, target: next },
      { actions: { type: 'refuse', params: check }, target: 'refused' },
    ],
  } as const;
}
