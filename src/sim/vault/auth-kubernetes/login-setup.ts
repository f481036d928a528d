/** What the login machine is made of: its types, actions and guards, and the three kinds of its states. */
import { assign, enqueueActions, setup } from 'xstate';
import { effects } from '../../kernel/effects.ts';
import type { FileContent, RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import { LOCAL_FILES, type LocalFile } from './local-files.ts';
import { needsLabels } from './login-checks.ts';
import { denies, type LoginContext, type LoginInput, type LoginStep, settle, type Verdict } from './login-context.ts';
import { mustRead } from './login-files.ts';
import { type Asking, answered, outgoing, unanswered } from './login-requests.ts';

/** The step that was passed last. */
const last = (c: LoginContext): LoginStep | undefined => c.passed.at(-1)?.step;

export const loginSetup = setup({
  types: {
    context: {} as LoginContext,
    events: {} as Stamped<FileContent | ResponseArrived | RequestFailed>,
    input: {} as Spawned<LoginInput>,
    output: {} as LoginContext,
  },
  actions: {
    ...effects,
    decide: assign(({ context }, p: { readonly step: LoginStep; readonly check: (c: LoginContext) => Verdict }) =>
      settle(context, p.step, p.check(context)),
    ),
    /** Every answer brings the time. */
    readClock: assign(({ event }) => ({ wall: event.wall })),
  },
  guards: {
    denied: ({ context }) => context.denial !== null,
    passed: ({ context }, p: { readonly step: LoginStep }) => last(context) === p.step,
    needsLabels: ({ context }) => last(context) === 'matchingNamespace' && needsLabels(context),
    wantsAnnotations: ({ context }) =>
      last(context) === 'reviewingToken' && context.given.config?.annotationsAsMetadata === true,
  },
});

type Check = (c: LoginContext) => Verdict;

const onward = (step: LoginStep, next: string) => [
  { guard: 'denied' as const, target: 'denied' },
  { guard: { type: 'passed' as const, params: { step } }, target: next },
];

/** Decides at once. */
export const deciding = (step: LoginStep, check: Check, next: string) =>
  loginSetup.createStateConfig({
    entry: { type: 'decide', params: { step, check } },
    always: onward(step, next),
  });

/** Decides at once where it can, else reads a file of Vault's own Pod first. */
export const reading = (
  step: LoginStep,
  file: LocalFile,
  check: Check,
  read: (c: LoginContext, text: string | null) => Verdict,
  next: string,
) =>
  loginSetup.createStateConfig({
    entry: enqueueActions(({ context, enqueue }) => {
      if (mustRead(context, file)) enqueue({ type: 'read', params: { id: file, path: LOCAL_FILES[file].path } });
      enqueue({ type: 'decide', params: { step, check } });
    }),
    on: {
      'file.content': {
        actions: ['readClock', assign(({ context, event }) => settle(context, step, read(context, event.text)))],
      },
    },
    always: onward(step, next),
  });

/** Asks the API server and decides by the answer, or by the lack of one. */
export const asking = (step: Asking, next: string, ...first: { guard: 'wantsAnnotations'; target: string }[]) =>
  loginSetup.createStateConfig({
    entry: enqueueActions(({ context, enqueue }) => {
      const sent = outgoing(context, step);
      if ('request' in sent) {
        enqueue.assign({ learned: { ...context.learned, connectionOpen: sent.open } });
        enqueue({ type: 'request', params: sent.request });
      } else enqueue.assign(settle(context, step, denies(sent)));
    }),
    on: {
      'http.response': {
        actions: ['readClock', assign(({ context, event }) => settle(context, step, answered(context, step, event)))],
      },
      'http.failure': {
        actions: ['readClock', assign(({ context, event }) => settle(context, step, unanswered(context, step, event)))],
      },
    },
    always: [...first, ...onward(step, next)],
  });
