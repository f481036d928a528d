/** The world a recorded case starts from; see recordings/README.md. */
import { setup } from 'xstate';
import { jwt, machines, Run } from '../../src/sim/index.ts';
import { webhookConfiguration, webhookService } from '../../src/sim/injector/install.ts';
import { ask } from './client.ts';
import { Bindings } from './match.ts';
import type { Case, Recording } from './recording.ts';

export const ORIGINS = {
  vault: 'http://vault:8200',
  kubernetes: 'https://kubernetes.default.svc:443',
  injector: 'https://vault-agent-injector-svc.vault.svc:443',
} as const;

const LOCAL = '/var/run/secrets/kubernetes.io/serviceaccount';
/** Where the recorder sat: on the machine that Vault ran on, so Vault saw its requests come from there. */
export const RECORDER = { place: 'recorder', address: '127.0.0.1' } as const;
const nobody = setup({}).createMachine({});

/** The cases begin some time into the life of their cluster, so that minted times before it make sense. */
const SEED = 20_260_105;

export interface CaseWorld {
  readonly run: Run;
  readonly bindings: Bindings;
  readonly keys: { readonly cluster: jwt.SigningKey; readonly other: jwt.SigningKey };
}

const WEBHOOK_AUTHORITY = 'webhook';

/** What the injector's cases find besides: its registration, its Service, and the account of the Pods. */
const injectorInstalled = () => [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'app', namespace: 'default' } },
  webhookService(),
  webhookConfiguration({ authority: WEBHOOK_AUTHORITY }),
];

/** The database that the cases of the `database` engine connect to; `legacy` is the user of their static roles. */
const DATABASE = '127.0.0.1:15432';
const databaseRoles = [
  { name: 'vault', password: 'vault', superuser: true },
  { name: 'legacy', password: 'legacy' },
];

const admin = { authorization: 'Bearer admin-token', 'content-type': 'application/json' };

/** A token of the ServiceAccount vault/vault, as kubelet would project it into Vault's Pod. */
const vaultsOwnToken = (run: Run): string => {
  const answer = ask(run, {
    to: ORIGINS.kubernetes,
    method: 'POST',
    path: '/api/v1/namespaces/vault/serviceaccounts/vault/token',
    headers: admin,
    body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 86_400 } },
  });
  const token = 'body' in answer ? (answer.body as { status?: { token?: string } }).status?.token : undefined;
  if (token === undefined) throw new Error(`no token for vault/vault: ${JSON.stringify(answer)}`);
  return token;
};

/** Start a world for a case: `systems` names the versions, `vault` whether Vault runs inside the cluster. */
export const conformanceWorld = (recording: Recording, story: Case): CaseWorld => {
  const { systems } = recording;
  const run = new Run({ ...machines, nobody }, { seed: SEED, latency: 0 });
  run.apply({ type: 'spawn', id: 'recorder', kind: 'nobody', ...RECORDER });
  const keys = { cluster: jwt.signingKey('cluster'), other: jwt.signingKey('other') };
  const bindings = new Bindings(run.world.epoch);
  if ('kubernetes' in systems && 'kubernetes' in machines) {
    const objects = 'vault-k8s' in systems ? injectorInstalled() : [];
    run.apply({ type: 'spawn', id: 'kubernetes', kind: 'kubernetes', input: { controllers: false, objects } });
    const cluster = run.actor('kubernetes')?.snapshot.context as { authority?: string } | undefined;
    bindings.bind('ca kubernetes', cluster?.authority ?? '');
  }
  // Without the last line end: Vault trims the elements of a list, and the recordings show what was sent coming back.
  bindings.bind('key cluster', keys.cluster.publicPem.trim());
  bindings.bind('key other', keys.other.publicPem.trim());
  if ('vault' in systems) {
    if (run.actor('kubernetes') && story.vault !== 'outside the cluster') {
      const files = { token: vaultsOwnToken(run), 'ca.crt': bindings.get('ca kubernetes') ?? '', namespace: 'vault' };
      for (const [name, text] of Object.entries(files)) run.apply({ type: 'write', path: `${LOCAL}/${name}`, text });
    }
    run.apply({ type: 'spawn', id: 'vault', kind: 'vault', input: { mode: 'dev', version: systems.vault } });
  }
  if (JSON.stringify(story).includes(DATABASE))
    run.apply({
      type: 'spawn',
      id: 'postgresql',
      kind: 'postgresql',
      // Vault reaches it over its own loopback.
      place: run.actor('vault')?.place ?? 'vault',
      input: { hosts: [DATABASE], roles: databaseRoles },
    });
  if ('vault-k8s' in systems)
    run.apply({ type: 'spawn', id: 'injector', kind: 'injector', input: { authority: WEBHOOK_AUTHORITY } });
  run.settle();
  // No recorded case began on the stroke of a second: a token minted to end `now-60` was past its minute of grace.
  // The injector's cases count from before it was started, which took some seconds.
  run.advanceTo(run.now + ('vault-k8s' in systems ? 2500 : 500));
  return { run, bindings, keys };
};
