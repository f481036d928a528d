/**
 * The injector as an actor: it reads its settings, serves TLS and answers admission reviews. The states of a review are
 * the stages of its handler; the one it ends in stays until the next request comes, so a denial shows where it arose.
 */
import { assign, setup } from 'xstate';
import { utf8 } from '../jwt/base64.ts';
import { pem } from '../jwt/pem.ts';
import { effects, type LogEffect, type RespondEffect } from '../kernel/effects.ts';
import type { RequestArrived, Spawned, Stamped } from '../kernel/events.ts';
import { header } from '../kernel/http.ts';
import { quote } from './go/quote.ts';
import { type Answer, handle } from './handle.ts';
import type { Stage } from './mutate.ts';
import { HELM_ENVIRONMENT, settingsFromEnvironment } from './settings/environment.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings/settings.ts';

/** Where the API server finds the webhook. */
export const INJECTOR_HOST = 'vault-agent-injector-svc.vault.svc:443';

/** Stands for the CA that an injector makes for itself (`-tls-auto`) when it is given no certificate. */
export const OWN_AUTHORITY = pem('CERTIFICATE', utf8('Agent Inject CA'));

export interface InjectorInput {
  /** Environment variables `AGENT_INJECT_*`; left out: those that Helm's chart sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** Settings given by flags. */
  readonly flags?: Partial<Settings>;
  /** Where it listens; left out: the service's name. */
  readonly host?: string;
  /** PEM of the authority of its certificate; left out: `OWN_AUTHORITY`. */
  readonly authority?: string;
  /** Unix milliseconds after which its certificate is expired. */
  readonly notAfter?: number;
}

/** The last request, for whoever looks on. */
interface Pending {
  readonly exchange: number;
  readonly request: { readonly method: string; readonly path: string };
  readonly answer: Answer;
}

export interface InjectorContext {
  readonly settings: Settings;
  /** Why it does not start. */
  readonly startError: string | null;
  readonly listen: { readonly host: string; readonly authority: string; readonly notAfter?: number };
  readonly last: Pending | null;
  /** Pods by what became of them. */
  readonly counts: { readonly injected: number; readonly denied: number; readonly untouched: number };
}

type InjectorEvent = Stamped<RequestArrived | { readonly type: 'injector.stop' }>;

const initialContext = ({ env, flags, host, authority, notAfter }: InjectorInput): InjectorContext => {
  const read = settingsFromEnvironment(env ?? HELM_ENVIRONMENT, flags);
  return {
    settings: 'settings' in read ? read.settings : DEFAULT_SETTINGS,
    startError: 'error' in read ? read.error : null,
    listen: {
      host: host ?? INJECTOR_HOST,
      authority: authority ?? OWN_AUTHORITY,
      ...(notAfter !== undefined && { notAfter }),
    },
    last: null,
    counts: { injected: 0, denied: 0, untouched: 0 },
  };
};

const answered = (context: InjectorContext, event: RequestArrived): Partial<InjectorContext> => {
  const { method, path, exchange, body } = event;
  const contentType = header(event.headers, 'content-type') ?? '';
  const answer = handle({ method, path, contentType, body }, context.settings);
  const { counts } = context;
  const outcome = answer.kind === 'reviewed' ? answer.decision.outcome : undefined;
  return {
    last: { exchange, request: { method, path }, answer },
    counts: outcome === undefined ? counts : { ...counts, [outcome]: counts[outcome] + 1 },
  };
};

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

const decision = ({ last }: InjectorContext) => (last?.answer.kind === 'reviewed' ? last.answer.decision : undefined);

const injectorSetup = setup({
  types: {
    context: {} as InjectorContext,
    events: {} as InjectorEvent,
    input: {} as Spawned<InjectorInput>,
    output: {} as { readonly exitCode: number },
  },
  actions: {
    ...effects,
    answerRequest: assign(({ context, event }) => (event.type === 'http.request' ? answered(context, event) : {})),
  },
  guards: {
    cannotStart: ({ context }) => context.startError !== null,
    isReview: ({ context }) => context.last?.request.path.split('?')[0] === '/mutate',
    isRefused: ({ context }) => context.last?.answer.kind === 'error',
    crashes: ({ context }) => context.last?.answer.kind === 'closed',
    deniedAt: ({ context }, { stage }: { stage: Stage }) => {
      const found = decision(context);
      return found?.outcome === 'denied' && found.stage === stage;
    },
    leftAloneAt: ({ context }, { stage }: { stage: Stage }) => {
      const found = decision(context);
      return found?.outcome === 'untouched' && found.stage === stage;
    },
  },
});

/** Sends the answer that is ready. */
const respond = {
  type: 'respond',
  params: ({ context }: { context: InjectorContext }): RespondEffect => {
    const { exchange = 0, answer } = context.last ?? {};
    if (!answer || answer.kind === 'closed') return { exchange, status: 500 };
    const contentType = answer.kind === 'reviewed' ? 'application/json' : 'text/plain; charset=utf-8';
    return { exchange, status: answer.status, headers: { 'content-type': contentType }, body: answer.body };
  },
} as const;

const log = (line: (last: Pending) => Omit<LogEffect, 'logger'>) =>
  ({
    type: 'log',
    params: ({ context }: { context: InjectorContext }): LogEffect => ({
      logger: 'handler',
      ...(context.last ? line(context.last) : { text: '' }),
    }),
  }) as const;

const requestReceived = log(({ request: { method, path } }) => ({
  text: `Request received: Method=${method} URL=${path}`,
  level: 'info',
}));

/** A request that is no review. What the handler calls warning and what error is its own choice. */
const warning = log(({ answer }) => {
  const { status, warning: text } = answer.kind === 'error' ? answer : { status: 0, warning: '' };
  if (text.startsWith('Invalid content-type'))
    return { text: `warning for request: Warn=${quote(text)} Code=${status}`, level: 'warn' };
  const about = text === 'Empty request body' ? 'warning for request: Warn' : 'error on request: Error';
  return { text: `${about}=${quote(text)} Code=${status}`, level: 'error' };
});

/** The only denial that the handler logs; its `%s` and its odd key are in the real program. */
const notAPod = log(({ answer }) => {
  const found = answer.kind === 'reviewed' ? answer.decision : undefined;
  const message = found?.outcome === 'denied' ? found.message : '';
  return { text: `could not unmarshal request to pod: %s: EXTRA_VALUE_AT_END=${quote(message)}`, level: 'error' };
});

const stageState = (stage: Stage) =>
  injectorSetup.createStateConfig({
    always: [
      {
        guard: { type: 'deniedAt', params: { stage } },
        target: 'denied',
        ...(stage === 'decodingPod' && { actions: notAPod }),
      },
      { guard: { type: 'leftAloneAt', params: { stage } }, target: 'untouched' },
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
        'http.request': { target: '.receiving', actions: 'answerRequest' },
        'injector.stop': 'stopped',
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
        dropped: { entry: { type: 'drop', params: ({ context }) => ({ exchange: context.last?.exchange ?? 0 }) } },
        untouched: { entry: respond },
        denied: { entry: respond },
        injected: { entry: respond },
      },
    },
    stopped: { type: 'final' },
  },
});
