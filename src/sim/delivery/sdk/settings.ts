import type { VaultClient } from '../../agent/api/client.ts';
import { worldPath } from '../../kubernetes/kubelet/app-machine.ts';
import type { Launch } from '../../kubernetes/kubelet/programs.ts';
import { parseGoDuration } from '../go-duration.ts';

/** How an application that speaks to Vault itself is set up: by variables, as such applications usually are. */
export interface Settings {
  readonly client: VaultClient;
  /** `VAULT_ROLE`. */
  readonly role: string;
  /** `VAULT_AUTH_PATH`, default `kubernetes`. */
  readonly mount: string;
  /** `VAULT_SECRET_PATH`, the API path: `kv/data/app/config`. */
  readonly secret: string;
  /** `VAULT_RENEW`: whether a LifetimeWatcher keeps the token alive and a new login follows its end; default yes. */
  readonly renews: boolean;
  /** `VAULT_REFRESH`: milliseconds between two reads; 0: it reads once, at its start. Default 5 minutes. */
  readonly refresh: number;
  /** World's path of the ServiceAccount's token. */
  readonly tokenPath: string;
}

const REFRESH = 300_000;
const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** The settings of a launched program. */
export const settingsOf = (launch: Launch): Settings => {
  const { env } = launch;
  const refresh = parseGoDuration(env.VAULT_REFRESH ?? '');
  return {
    client: { address: env.VAULT_ADDR ?? 'https://127.0.0.1:8200' },
    role: env.VAULT_ROLE ?? '',
    mount: env.VAULT_AUTH_PATH ?? 'kubernetes',
    secret: env.VAULT_SECRET_PATH ?? '',
    renews: env.VAULT_RENEW !== 'false',
    refresh: typeof refresh === 'number' ? refresh : REFRESH,
    tokenPath: worldPath(launch, env.VAULT_JWT_PATH ?? TOKEN),
  };
};
