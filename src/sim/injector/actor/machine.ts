/**
 * The injector as an actor: it reads its settings, serves TLS and answers admission reviews. The states of a review are
 * the stages of its handler; the one it ends in stays until the next request comes, so a denial shows where it arose.
 */
import { assign, setup } from 'xstate';
import { quote } from '../../go/quote.ts';
import { effects } from '../../kernel/effects.ts';
import type { RequestArrived, Spawned, Stamped } from '../../kernel/events.ts';
import type { Stage } from '../mutate.ts';
import {
  type InjectorContext,
  type InjectorInput,
  initialContext,
  received,
  type Verdict,
  withCertificate,
} from './context.ts';
import { drop, notAPod, requestReceived, respond, warning } from './report.ts';

type InjectorEvent = Stamped<
  | RequestArrived
  | { readonly type: 'injector.stop' }
  /** Serves with another certificate from now on; what is left out stays. `notAfter` null: it does not expire. */
  | {
      readonly type: 'injector.certificate';
      readonly authority?: string;
      /** Unix milliseconds. */
      readonly notAfter?: number | null;
    }
>;

/** Stages of the handler and the one that follows each. */
const NEXT = {
  decodingPod: 'checkingInjection',
  checkingInjection: 'checkingNamespace',
  checkingNamespace: 'settingDefaults',
  settingDefaults: 'creatingAgent',
  creatingAgent: 'validatingAgent',
  validatingAgent: 'creatingPatch',
  creatingPatch: 'injected',
} as const satisfies Record<Stage, Stage | 'injected'>;

const injectorSetup = setup({
  types: {
    context: {} as InjectorContext,
    events: {} as InjectorEvent,
    input: {} as Spawned<InjectorInput>,
    output: {} as { readonly exitCode: number },
  },
  actions: {
    ...effects,
    changeCertificate: assign(({ context, event }) =>
      event.type === 'injector.certificate' ? { listen: withCertificate(context.listen, event) } : {},
    ),
    receive: assign(({ context, event }) => (event.type === 'http.request' ? received(context, event) : {})),
  },
  guards: {
    cannotStart: ({ context }) => context.startError !== null,
    isReview: ({ context }) => context.last?.path.split('?')[0] === '/mutate',
    isRefused: ({ context }) => context.last?.warning !== null,
    crashes: ({ context }) => context.last?.reply === null,
    endsAt: ({ context }, { stage, outcome }: { stage: Stage; outcome: Verdict['outcome'] }) =>
      context.last?.verdict?.stage === stage && context.last.verdict.outcome === outcome,
  },
});

const stageState = (stage: Stage) =>
  injectorSetup.createStateConfig({
    always: [
      {
        guard: { type: 'endsAt', params: { stage, outcome: 'denied' } },
        target: 'denied',
        ...(stage === 'decodingPod' && { actions: notAPod }),
      },
      { guard: { type: 'endsAt', params: { stage, outcome: 'untouched' } }, target: 'untouched' },
      { target: NEXT[stage] },
    ],
  });

/** The machine of kind `injector`. */
export const injectorMachine = injectorSetup.createMachine({
  id: 'injector',
  context: ({ input }) => initialContext(input),
  initial: 'readingSettings',
  output: ({ context }) => ({ exitCode: context.startError === null ? 0 : 1 }),
  states: {
    readingSettings: {
      always: [{ guard: 'cannotStart', target: 'failed' }, { target: 'serving' }],
    },
    failed: {
      type: 'final',
      entry: { type: 'log', params: ({ context }) => ({ text: context.startError ?? '', level: 'error' }) },
    },
    serving: {
      initial: 'waiting',
      entry: [
        { type: 'log', params: { text: 'Starting handler..', level: 'info', logger: 'handler' } },
        { type: 'log', params: ({ context }) => ({ text: `Listening on ${quote(context.settings.listen)}...` }) },
        { type: 'listen', params: ({ context }) => context.listen },
      ],
      exit: { type: 'unlisten', params: ({ context }) => ({ host: context.listen.host }) },
      on: {
        'http.request': { target: '.receiving', actions: 'receive' },
        'injector.stop': 'stopped',
        'injector.certificate': {
          actions: ['changeCertificate', { type: 'listen', params: ({ context }) => context.listen }],
        },
      },
      states: {
        waiting: {},
        receiving: {
          always: [
            { guard: 'isReview', target: 'checkingRequest', actions: requestReceived },
            { target: 'waiting', actions: respond },
          ],
        },
        checkingRequest: {
          always: [
            { guard: 'isRefused', target: 'refused' },
            { guard: 'crashes', target: 'dropped' },
            { target: 'decodingPod' },
          ],
        },
        decodingPod: stageState('decodingPod'),
        checkingInjection: stageState('checkingInjection'),
        checkingNamespace: stageState('checkingNamespace'),
        settingDefaults: stageState('settingDefaults'),
        creatingAgent: stageState('creatingAgent'),
        validatingAgent: stageState('validatingAgent'),
        creatingPatch: stageState('creatingPatch'),
        refused: { entry: [warning, respond] },
        dropped: { entry: drop },
        untouched: { entry: respond },
        denied: { entry: respond },
        injected: { entry: respond },
      },
    },
    stopped: { type: 'final' },
  },
});
