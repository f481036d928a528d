/** Sights in the usual forms; each carries the expectation that proves it. */
import type { Expectation, Times } from '../scenario/expect/expectation.ts';
import type { Sight } from './fault.ts';

const REVIEWS = '/apis/authentication.k8s.io/v1/tokenreviews';
/** Both Agents of a Pod: `vault-agent-init` and `vault-agent`. */
const AGENTS = 'vault-agent*';
const NONE = { absent: true } as const;

/** The text that an expectation looks for where people read: a log, an answer, what kubectl prints. */
const textIn = ({ log, command, event, exchange, audit }: Expectation): string | undefined => {
  const absent = log?.absent ?? event?.absent ?? exchange?.absent ?? audit?.absent ?? false;
  const text = log?.contains ?? command?.contains ?? event?.contains ?? exchange?.contains ?? audit?.error;
  return absent || text === '' ? undefined : text;
};

/** A sight with its proof in full; its text is the first that the proof looks for. */
export const sees = (says: string, ...proof: readonly Expectation[]): Sight => {
  const text = proof.map(textIn).find((t) => t !== undefined);
  return { says, ...(text !== undefined && { text }), proof };
};

/** A text in a log. @param of a container's name, `vault`, `kubernetes`, … */
export const logs = (of: string, text: string, says: string, times: Times = {}): Sight => ({
  says,
  text,
  proof: [{ log: { of, contains: text, ...times } }],
});

/** A text in the log of an Agent. */
export const agentLogs = (text: string, says: string, times: Times = {}): Sight => logs(AGENTS, text, says, times);

/** The Agents write no line. */
export const agentSilent = (says: string): Sight => sees(says, { log: { of: AGENTS, contains: '', ...NONE } });

/** No Agent starts. */
export const noNewAgent = (says: string): Sight =>
  sees(says, { log: { of: 'vault-agent-init', contains: '', ...NONE } });

/** The Agents write no line of trouble. */
export const agentUntroubled = (says: string): Sight => sees(says, { log: { of: AGENTS, contains: 'error', ...NONE } });

/** A text in Vault's own log, at level debug. */
export const vaultLogs = (text: string, says: string, times: Times = {}): Sight => logs('vault', text, says, times);

/** Vault's own log has no line, at no level. @param about or none with this text, where others are sure to come */
export const vaultSilent = (says: string, about = ''): Sight =>
  sees(says, { log: { of: 'vault', contains: about, ...NONE } });

/** A line of Vault's audit log. @param path without `/v1/` */
export const audited = (path: string, error: string, says: string, times: Times = {}): Sight => ({
  says,
  ...(error !== '' && { text: error }),
  proof: [{ audit: { path, error, ...times } }],
});

/** The audit log has no line for a path. */
export const notAudited = (path: string, says: string): Sight => sees(says, { audit: { path, ...NONE } });

/** What Vault answers an Agent. @param path with `/v1/` */
export const answered = (
  request: { readonly method: string; readonly path: string },
  status: number,
  says: string,
  text?: string,
): Sight => ({
  says,
  ...(text !== undefined && { text }),
  proof: [
    { exchange: { from: 'agent', to: 'vault', ...request, status, ...(text !== undefined && { contains: text }) } },
  ],
});

export const LOGIN = { method: 'PUT', path: '/v1/auth/kubernetes/login' } as const;
export const RENEWAL = { method: 'PUT', path: '/v1/auth/token/renew-self' } as const;
export const READ = { method: 'GET', path: '/v1/kv/data/app/config' } as const;

/** An Agent's request that gets no answer. @param cause in the words in which exchanges are told */
export const unanswered = (
  request: { readonly method: string; readonly path: string },
  cause: string,
  says: string,
): Sight => ({ says, proof: [{ exchange: { from: 'agent', to: 'vault', ...request, contains: cause } }] });

/** What the API server answers Vault's TokenReview. */
export const reviewed = (status: number, says: string, text?: string): Sight => ({
  says,
  ...(text !== undefined && { text }),
  proof: [
    {
      exchange: {
        from: 'vault',
        to: 'kubernetes',
        method: 'POST',
        path: REVIEWS,
        status,
        ...(text !== undefined && { contains: text }),
      },
    },
  ],
});

/** No TokenReview reaches the API server. */
export const notReviewed = (says: string): Sight =>
  sees(says, {
    exchange: { from: 'vault', to: 'kubernetes', method: 'POST', path: REVIEWS, status: 201, ...NONE },
  });

/** What kubectl prints. */
export const kubectl = (run: string, text: string, says: string, exit = 0): Sight => ({
  says,
  text,
  proof: [{ command: { run: `kubectl ${run}`, contains: text, exit } }],
});

/** How a Pod of the workload stands in kubectl's list. @param ready `2/2` @param status `Running` */
export const pods = (ready: string, status: string, says: string): Sight =>
  kubectl('get pods -n app', `${ready}     ${status}`, says);

/** The Agent's token reads the secret: everything works. */
export const READS_AGAIN: Expectation = {
  request: { as: 'pod app/web-*', method: 'GET', path: '/v1/kv/data/app/config', status: 200 },
};

/** The workload's Pod runs with its Agent. */
export const RUNS_AGAIN: Expectation = { that: 'pod app/web-* is Running 2/2' };

/** The Pod is replaced by a new one, whose Agents must log in. */
export const NEW_POD = 'kubectl delete pod -n app -l app=web --wait=false';
