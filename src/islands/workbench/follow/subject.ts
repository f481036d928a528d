import { type Entry, header, type RequestEntry } from '../../../sim/index.ts';

/** Something that is followed through a run. */
export interface Subject {
  readonly kind: 'token' | 'secret' | 'pod';
  /** The token itself, the secret's path without `data/`, or `<namespace>/<name>`. */
  readonly id: string;
  readonly name: string;
}

interface Auth {
  readonly client_token?: unknown;
  readonly accessor?: unknown;
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}

/** The authentication that an answer carries. */
export const authOf = (entry: Entry): Auth | null => {
  if (entry.kind !== 'response' || typeof entry.body !== 'object' || entry.body === null) return null;
  return 'auth' in entry.body ? (entry.body.auth as Auth | null) : null;
};

const POD = /^(?:pods|kubelet\/[^/]+)\/([^/]+)\/([^/]+)/;

/** The Pod that an actor or a place belongs to: `app/web-1`. */
export const podOf = (text: string): string | null => {
  const match = POD.exec(text);
  return match ? `${match[1]}/${match[2]}` : null;
};

const OWN = /^(?:auth|sys|identity|cubbyhole)\//;
const VERSIONED = /^([^/]+)\/(?:data|metadata|delete|undelete|destroy|subkeys)\/(.+)$/;

/** The secret that a request is about: `kv/app/config`; both versions of the engine call it so. */
export const secretOf = ({ toPlace, path }: RequestEntry): string | null => {
  const bare = /^\/v1\/([^?]+)/.exec(path)?.[1]?.replace(/\/$/, '');
  if (!toPlace.startsWith('vault') || bare === undefined || OWN.test(bare)) return null;
  const versioned = VERSIONED.exec(bare);
  return versioned ? `${versioned[1]}/${versioned[2]}` : bare;
};

const tokenName = ({ accessor, metadata }: Auth): string => {
  const { service_account_namespace: space, service_account_name: account, role } = metadata ?? {};
  const whose = account === undefined ? '' : ` of ${String(space)}/${String(account)}, role ${String(role)}`;
  return `token ${String(accessor ?? '').slice(0, 8)}…${whose}`;
};

/** Everything that can be followed in a run, in the order in which it appeared. */
export const subjectsOf = (entries: readonly Entry[]): Subject[] => {
  const found = new Map<string, Subject>();
  const add = (kind: Subject['kind'], id: string, name: string): void => {
    const key = `${kind} ${id}`;
    if (!found.has(key)) found.set(key, { kind, id, name });
  };
  for (const entry of entries) {
    const auth = authOf(entry);
    if (typeof auth?.client_token === 'string') add('token', auth.client_token, tokenName(auth));
    if (entry.kind === 'request') {
      const secret = secretOf(entry);
      if (secret !== null) add('secret', secret, `secret ${secret}`);
      const token = header(entry.headers, 'x-vault-token');
      if (token === 'root') add('token', token, 'token root, of the operator');
    }
    if (entry.kind === 'spawned') {
      const pod = podOf(entry.actor);
      if (pod !== null) add('pod', pod, `Pod ${pod}`);
    }
  }
  return [...found.values()];
};
