import type { AnyStateMachine } from 'xstate';
import { HOME } from '../cli/index.ts';
import { webhookConfiguration, webhookService } from '../injector/install.ts';
import { Run } from '../kernel/index.ts';
import { epochOf, VAULT_RELEASES, type WorldDefinition } from './world.ts';

/** Milliseconds one way between two parties: short enough not to matter, long enough to tell cause from effect. */
const LATENCY = 1;
/** PEM of the authority that the injector's certificate comes from; Helm's chart makes one of its own. */
const WEBHOOK_AUTHORITY = 'webhook';

/** Variables of the operator's shell. */
const OPERATOR_ENV = {
  HOME: '~',
  VAULT_ADDR: 'http://vault:8200',
  VAULT_TOKEN: 'root',
};

/** Where a process in a Pod finds its ServiceAccount. */
const ACCOUNT_FILES = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The cluster with the injector installed, and with an account for a Vault that runs in it. */
const clusterOf = (world: WorldDefinition): object => ({
  controllers: true,
  objects: [webhookService(), webhookConfiguration({ authority: WEBHOOK_AUTHORITY })],
  projections:
    world.vault.place === 'inside' ? [{ namespace: 'vault', serviceAccount: 'vault', directory: ACCOUNT_FILES }] : [],
});

/** Start everything a world definition names, without its setup commands. */
export const startWorld = (machines: Readonly<Record<string, AnyStateMachine>>, world: WorldDefinition): Run => {
  const epoch = epochOf(world);
  const run = new Run(machines, { seed: world.seed, latency: LATENCY, ...(epoch !== undefined && { epoch }) });
  run.apply({ type: 'spawn', id: 'kubernetes', kind: 'kubernetes', input: clusterOf(world) });
  run.apply({ type: 'spawn', id: 'injector', kind: 'injector', input: { authority: WEBHOOK_AUTHORITY } });
  run.settle();
  run.apply({
    type: 'spawn',
    id: 'vault',
    kind: 'vault',
    input: { mode: 'dev', version: VAULT_RELEASES[world.vault.version] },
  });
  for (const [name, text] of Object.entries(world.files)) run.apply({ type: 'write', path: HOME + name, text });
  if (world.database) run.apply({ type: 'spawn', id: 'postgresql', kind: 'postgresql', input: {} });
  run.apply({ type: 'spawn', id: 'operator', kind: 'cli/shell', input: { env: OPERATOR_ENV } });
  run.settle();
  return run;
};
