import type { Party, PartyKind } from '../story.ts';
import { injectorNarrators } from './injector.ts';
import { kubernetesNarrators } from './kubernetes.ts';
import { errorText, type Narrator, type Told } from './narrator.ts';
import { providerNarrators } from './provider.ts';
import { vaultNarrators } from './vault.ts';

/** Sentences for one exchange. */
export interface Narration {
  /** The question, a whole sentence. */
  readonly asks: string;
  /** Question and answer, a whole sentence or two. */
  readonly sentence: string;
  readonly denied: boolean;
  /** In the words of the real system. */
  readonly reason: string | null;
}

const NARRATORS: Readonly<Partial<Record<PartyKind, readonly Narrator[]>>> = {
  vault: vaultNarrators,
  kubernetes: kubernetesNarrators,
  injector: injectorNarrators,
  provider: providerNarrators,
};

/** How a party is called at the beginning of a sentence. */
export const CALLED: Readonly<Record<PartyKind, string>> = {
  operator: 'The operator',
  workload: 'The workload',
  agent: 'The Agent',
  provider: 'The provider',
  injector: 'the injector',
  kubernetes: 'Kubernetes',
  vault: 'Vault',
};

/** Parties of one kind that differ in name are called by it. */
const called = ({ kind, name }: Party, first: boolean): string =>
  kind === 'provider' ? `${first ? 'The' : 'the'} ${name}` : CALLED[kind];

const FAILURES: Readonly<Record<string, string>> = {
  refused: 'nothing listens there; the connection is refused',
  'no such host': 'the name does not resolve',
  unreachable: 'there is no route',
  timeout: 'no answer comes in time',
  reset: 'the connection breaks',
  closed: 'the connection is closed without an answer',
  'unknown authority': 'the certificate is not trusted',
  'certificate expired': 'the certificate has expired',
  aborted: 'the question is withdrawn',
};

const stop = (clause: string): string =>
  `${clause.charAt(0).toUpperCase()}${clause.slice(1)}${/[.!?]$/.test(clause) ? '' : '.'}`;

/** What a failed exchange meant: the kernel's reason in words. */
export const failureWords = (reason: string): string => FAILURES[reason] ?? reason;

/**
 * Put an exchange in words.
 * @param ended the answer, or why none came; null while it is under way
 */
export const narrate = (
  from: Party,
  to: Party,
  request: { readonly method: string; readonly path: string; readonly body: unknown },
  ended: { readonly status: number; readonly body: unknown } | { readonly failed: string } | null,
): Narration => {
  const [path = '', query = ''] = request.path.split('?');
  const method = request.method === 'GET' && /(?:^|&)list=true/.test(query) ? 'LIST' : request.method;
  const answered = ended && 'status' in ended ? ended : null;
  let narrator: Narrator | undefined;
  let part: Record<string, string> = {};
  for (const candidate of NARRATORS[to.kind] ?? []) {
    const m = candidate.method.test(method) ? candidate.path.exec(path) : null;
    if (!m) continue;
    narrator = candidate;
    part = { ...m.groups };
    break;
  }
  const told: Told = {
    method,
    path,
    query,
    requestBody: request.body,
    status: answered?.status ?? 0,
    responseBody: answered?.body ?? null,
    // Of what Kubernetes says to itself only the kubelet's part is told.
    from:
      from.kind === 'kubernetes' && ['kubernetes', 'provider'].includes(to.kind) ? 'The kubelet' : called(from, true),
    to: called(to, false),
    part,
  };
  const asks = stop(narrator?.asks(told) ?? `${told.from} sends ${method} ${path} to ${told.to}`);
  if (ended === null) return { asks, sentence: asks, denied: false, reason: null };
  if ('failed' in ended) {
    const reason = failureWords(ended.failed);
    return { asks, sentence: `${asks} ${stop(reason)}`, denied: ended.failed !== 'aborted', reason };
  }
  const refusal = narrator?.refuses?.(told) ?? null;
  // Looking for something that is not there yet is how kubectl apply begins; nobody is refused anything.
  if (ended.status === 404 && method === 'GET' && to.kind === 'kubernetes') {
    return { asks, sentence: `${asks} ${stop(`${told.to} has none`)}`, denied: false, reason: null };
  }
  // A controller that writes what may be there creates first and changes then.
  if (ended.status === 409 && method === 'POST' && from.kind === 'provider') {
    return { asks, sentence: `${asks} ${stop(`${told.to} has it already`)}`, denied: false, reason: null };
  }
  if (ended.status >= 400 || refusal !== null) {
    const reason =
      refusal ?? errorText(ended.body) ?? (ended.status === 404 ? 'nothing is there' : `status ${ended.status}`);
    return {
      asks,
      // gRPC has no status of HTTP's that would tell anything.
      sentence: `${asks} ${stop(`${told.to} refuses${to.kind === 'provider' ? '' : ` with ${ended.status}`}: ${reason}`)}`,
      denied: true,
      reason,
    };
  }
  return {
    asks,
    sentence: `${asks} ${stop(narrator?.answers(told) ?? `${told.to} answers ${ended.status}`)}`,
    denied: false,
    reason: null,
  };
};
