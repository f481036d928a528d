/** A ServiceAccount that logs in to Vault: a new token from the API server, shown to the Kubernetes auth method. */
import type { Session } from '../session.ts';
import { type Answer, type Asker, ask } from './ask.ts';

export interface AccountLogin {
  /** `app/web`. */
  readonly account: string;
  readonly role: string;
  readonly audience?: string | undefined;
  readonly mount?: string | undefined;
}

const ADMIN: Asker = { name: 'the check', place: 'operator', token: 'admin-token' };

/** The answer of Vault, or of the API server when it gives no token; a text is why there is neither. */
export const logIn = (session: Session, { account, role, audience, mount }: AccountLogin): Answer | string => {
  const [namespace, name] = account.split('/');
  if (!namespace || !name) return `\`${account}\` is no account: write for example \`app/web\``;
  const issued = ask(session, ADMIN, 'kubernetes', {
    method: 'POST',
    path: `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`,
    body: {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: 3600, ...(audience !== undefined && { audiences: [audience] }) },
    },
  });
  const jwt = (issued.body as { status?: { token?: string } } | null)?.status?.token;
  if (jwt === undefined)
    return `the API server gives no token for ${account}: it answers ${issued.status ?? 'nothing'}`;
  const who: Asker = { name: account, place: 'operator', token: null };
  return ask(session, who, 'vault', {
    method: 'POST',
    path: `/v1/auth/${mount ?? 'kubernetes'}/login`,
    body: { role, jwt },
  });
};

/** The token that Vault issued, or null. */
export const issuedToken = ({ body }: Answer): string | null =>
  (body as { auth?: { client_token?: string } } | null)?.auth?.client_token ?? null;
