import { bindings } from './bindings.ts';
import { configMaps } from './config-maps.ts';
import { cronJobs } from './cron-jobs.ts';
import { daemonSets } from './daemon-sets.ts';
import { deployments } from './deployments.ts';
import { events } from './events.ts';
import { jobs } from './jobs.ts';
import { leases } from './leases.ts';
import { namespaces } from './namespaces.ts';
import { nodes } from './nodes.ts';
import { plain } from './plain.ts';
import { pods } from './pods.ts';
import type { Printer } from './printer.ts';
import { replicaSets } from './replica-sets.ts';
import { roles } from './roles.ts';
import { secrets } from './secrets.ts';
import { serviceAccounts } from './service-accounts.ts';
import { services } from './services.ts';
import { statefulSets } from './stateful-sets.ts';
import { vaultSecrets, vaultSettings } from './vault-resources.ts';
import { webhookConfigurations } from './webhook-configurations.ts';

const PRINTERS: Readonly<Record<string, Printer>> = {
  clusterrolebindings: bindings,
  clusterroles: roles,
  configmaps: configMaps,
  cronjobs: cronJobs,
  daemonsets: daemonSets,
  deployments,
  events,
  jobs,
  leases,
  mutatingwebhookconfigurations: webhookConfigurations,
  namespaces,
  nodes,
  pods,
  replicasets: replicaSets,
  rolebindings: bindings,
  roles,
  secrets,
  serviceaccounts: serviceAccounts,
  services,
  statefulsets: statefulSets,
  validatingwebhookconfigurations: webhookConfigurations,
  vaultauths: vaultSettings,
  vaultconnections: vaultSettings,
  vaultdynamicsecrets: vaultSecrets,
  vaultstaticsecrets: vaultSecrets,
};

/** The columns of a kind, by its plural. A new one is a file beside this and a name here. */
export const printerOf = (plural: string): Printer =>
  Object.hasOwn(PRINTERS, plural) ? (PRINTERS[plural] ?? plain) : plain;
