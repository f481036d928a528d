/** A request that a check makes itself, on a branch of the run, from where its party is. */
import type { Headers } from '../../kernel/index.ts';
import type { Session } from '../session.ts';
import { agentSaid } from './agent-said.ts';
import { podsOf } from './objects.ts';

export const VAULT = 'http://vault:8200';
export const KUBERNETES = 'https://kubernetes.default.svc:443';

/** Who asks: where from, and with which credential. */
export interface Asker {
  readonly name: string;
  readonly place: string;
  readonly token: string | null;
}

/** Files in which an Agent keeps its token, the sidecar's first. */
const SINK = /^pods\/[^/]+\/[^/]+\/home-(sidecar|init)\/\.vault-token$/;

/** The party behind the words of an expectation; a text is why there is none. */
export const askerOf = (session: Session, as: string, to: 'vault' | 'kubernetes'): Asker | string => {
  if (as === 'operator') return { name: as, place: 'operator', token: to === 'vault' ? 'root' : 'admin-token' };
  if (as === 'nobody') return { name: as, place: 'operator', token: null };
  const given = /^token (\S+)$/.exec(as)?.[1];
  if (given !== undefined) return { name: 'that token', place: 'operator', token: given };
  const pod = podsOf(session, as)[0];
  if (!pod) return `there is no ${as}`;
  const place = `pods/${pod.metadata.namespace}/${pod.metadata.name}`;
  const found = session.run
    .files()
    .filter(
      ([path]) =>
        path.startsWith(`${place}/`) &&
        (to === 'vault' ? SINK.test(path) : /\/kube-api-access-[^/]+\/token$/.test(path)),
    )
    .sort(([a], [b]) => (a < b ? 1 : -1));
  const name = `pod ${pod.metadata.namespace}/${pod.metadata.name}`;
  const token = found[0]?.[1].text.trim();
  return token === undefined || token === ''
    ? `${name} has no token yet${to === 'vault' ? agentSaid(session, place) : ''}`
    : { name, place, token };
};

export interface Answer {
  /** Null: no answer came, for `reason`. */
  readonly status: number | null;
  readonly text: string;
  readonly body: unknown;
}

const PATIENCE = 60_000;

/** Send a request and wait for its answer. */
export const ask = (
  session: Session,
  asker: Asker,
  to: 'vault' | 'kubernetes',
  request: { readonly method: string; readonly path: string; readonly body?: unknown },
): Answer => {
  const headers: Headers = {
    'content-type': 'application/json',
    ...(asker.token !== null &&
      (to === 'vault' ? { 'x-vault-token': asker.token } : { authorization: `Bearer ${asker.token}` })),
  };
  const list = request.method === 'LIST';
  const path = list ? `${request.path}${request.path.includes('?') ? '&' : '?'}list=true` : request.path;
  const { run } = session;
  const exchange =
    1 +
    run.apply({
      type: 'request',
      id: `check ${run.world.length}`,
      place: asker.place,
      to: to === 'vault' ? VAULT : KUBERNETES,
      method: list ? 'GET' : request.method,
      path,
      headers,
      timeout: PATIENCE,
      ...(request.body !== undefined && { body: request.body }),
    });
  const answer = () =>
    run.known.findLast((e) => (e.kind === 'response' || e.kind === 'failure') && e.exchange === exchange);
  run.advanceUntil(() => answer() !== undefined, PATIENCE + 1000);
  const found = answer();
  if (found?.kind !== 'response')
    return { status: null, text: found?.kind === 'failure' ? found.reason : 'timeout', body: null };
  const { status, body } = found;
  return { status, text: typeof body === 'string' ? body : body === null ? '' : JSON.stringify(body), body };
};
