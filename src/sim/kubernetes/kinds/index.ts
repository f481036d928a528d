import { clusterRoleBindings } from './cluster-role-bindings.ts';
import { clusterRoles } from './cluster-roles.ts';
import { configMaps } from './config-maps.ts';
import { cronJobs } from './cron-jobs.ts';
import { customResourceDefinitions } from './custom-resource-definitions.ts';
import { daemonSets } from './daemon-sets.ts';
import { deployments } from './deployments.ts';
import { endpoints } from './endpoints.ts';
import { events } from './events.ts';
import { jobs } from './jobs.ts';
import type { Kind } from './kind.ts';
import { leases } from './leases.ts';
import { namespaces } from './namespaces.ts';
import { nodes } from './nodes.ts';
import { pods } from './pods.ts';
import { replicaSets } from './replica-sets.ts';
import { roleBindings } from './role-bindings.ts';
import { roles } from './roles.ts';
import { secretProviderClassPodStatuses } from './secret-provider-class-pod-statuses.ts';
import { secretProviderClasses } from './secret-provider-classes.ts';
import { secrets } from './secrets.ts';
import { serviceAccounts } from './service-accounts.ts';
import { services } from './services.ts';
import { statefulSets } from './stateful-sets.ts';
import { vaultAuths } from './vault-auths.ts';
import { vaultConnections } from './vault-connections.ts';
import { vaultDynamicSecrets } from './vault-dynamic-secrets.ts';
import { vaultStaticSecrets } from './vault-static-secrets.ts';
import { mutatingWebhookConfigurations, validatingWebhookConfigurations } from './webhook-configurations.ts';

/** Every kind the server stores. A new one is a file beside this and a line here. */
export const KINDS: readonly Kind[] = [
  configMaps,
  endpoints,
  events,
  namespaces,
  nodes,
  pods,
  secrets,
  serviceAccounts,
  services,
  daemonSets,
  deployments,
  replicaSets,
  statefulSets,
  cronJobs,
  jobs,
  clusterRoleBindings,
  clusterRoles,
  roleBindings,
  roles,
  mutatingWebhookConfigurations,
  validatingWebhookConfigurations,
  leases,
  customResourceDefinitions,
  secretProviderClasses,
  secretProviderClassPodStatuses,
  vaultAuths,
  vaultConnections,
  vaultDynamicSecrets,
  vaultStaticSecrets,
];

/** The kind whose objects live at `<group>/<plural>`. */
export const kindAt = (group: string, plural: string): Kind | undefined =>
  KINDS.find((k) => k.group === group && k.plural === plural);

/** The kind of that name in a group. */
export const kindNamed = (group: string, kind: string): Kind | undefined =>
  KINDS.find((k) => k.group === group && k.kind === kind);
