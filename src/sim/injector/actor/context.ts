/** What the injector's actor remembers: its settings, and the last request for whoever looks on. */

import { utf8 } from '../../jwt/base64.ts';
import { pem } from '../../jwt/pem.ts';
import type { RequestArrived } from '../../kernel/events.ts';
import { header } from '../../kernel/http.ts';
import { type Answer, handle } from '../handle.ts';
import type { Decision, Stage } from '../mutate.ts';
import { settingsFromEnvironment } from '../settings/environment.ts';
import { HELM_ENVIRONMENT } from '../settings/helm.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts';

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

/** What a review came to. */
export interface Verdict {
  readonly outcome: Decision['outcome'];
  readonly stage: Stage;
  /** Why the Pod was left alone or denied. */
  readonly text: string;
}

/** The last request. Operations and their causes are not kept: `mutate` gives them again for the same body. */
export interface LastRequest {
  readonly exchange: number;
  readonly method: string;
  readonly path: string;
  /** Null: the connection is dropped. */
  readonly reply: { readonly status: number; readonly body: unknown } | null;
  /** What the handler says of a request that is no review. */
  readonly warning: string | null;
  readonly verdict: Verdict | null;
}

export interface InjectorContext {
  readonly settings: Settings;
  /** Why it does not start. */
  readonly startError: string | null;
  readonly listen: { readonly host: string; readonly authority: string; readonly notAfter?: number };
  readonly last: LastRequest | null;
  /** Pods by what became of them. */
  readonly counts: { readonly injected: number; readonly denied: number; readonly untouched: number };
}

/** Where it listens, with another certificate. */
export const withCertificate = (
  { notAfter: before, ...listen }: InjectorContext['listen'],
  { authority, notAfter = before }: { readonly authority?: string; readonly notAfter?: number | null },
): InjectorContext['listen'] => ({
  ...listen,
  ...(authority !== undefined && { authority }),
  ...(notAfter !== undefined && notAfter !== null && { notAfter }),
});

/** The context an injector starts with. */
export const initialContext = ({ env, flags, host, authority, notAfter }: InjectorInput): InjectorContext => {
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

const verdictOf = (decision: Decision): Verdict => {
  const { outcome, stage } = decision;
  const text = decision.outcome === 'denied' ? decision.message : decision.outcome === 'untouched' ? decision.why : '';
  return { outcome, stage, text };
};

const replyTo = (answer: Answer): LastRequest['reply'] => {
  if (answer.kind === 'closed') return null;
  return { status: answer.status, body: answer.body };
};

/** What a request changes: the answer is worked out at once, the states then show how it came about. */
export const received = (context: InjectorContext, event: RequestArrived): Partial<InjectorContext> => {
  const { method, path, exchange, body } = event;
  const contentType = header(event.headers, 'content-type') ?? '';
  const answer = handle({ method, path, contentType, body }, context.settings);
  const verdict = answer.kind === 'reviewed' ? verdictOf(answer.decision) : null;
  const warning = answer.kind === 'error' ? answer.warning : null;
  const { counts } = context;
  return {
    last: { exchange, method, path, reply: replyTo(answer), warning, verdict },
    counts: verdict ? { ...counts, [verdict.outcome]: counts[verdict.outcome] + 1 } : counts,
  };
};
