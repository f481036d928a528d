import type { Controller, Resource } from './controller.ts';
import { cronJobController } from './cron-job.ts';
import { daemonSetController } from './daemon-set.ts';
import { deploymentController } from './deployment.ts';
import { foregroundDeletion, garbageCollectors } from './garbage-collector.ts';
import { jobController } from './job.ts';
import { namespaceController } from './namespace.ts';
import { nodeLifecycleController } from './node-lifecycle.ts';
import { replicaSetController } from './replica-set.ts';
import { rootCaPublisher } from './root-ca-publisher.ts';
import { serviceAccountController } from './service-account.ts';
import { statefulSetController } from './stateful-set.ts';
import { tokenController } from './token.ts';

/** Every controller of the manager. A new one is a file beside this and a line here. */
export const CONTROLLERS: readonly Controller[] = [
  serviceAccountController,
  rootCaPublisher,
  tokenController,
  deploymentController,
  replicaSetController,
  statefulSetController,
  daemonSetController,
  jobController,
  cronJobController,
  namespaceController,
  nodeLifecycleController,
  ...garbageCollectors,
  ...foregroundDeletion,
];

/** Collections the controllers share, with their groups and selectors. */
export const COLLECTIONS: readonly (readonly [Resource, string, string])[] = [
  ['namespaces', '', ''],
  ['serviceaccounts', '', ''],
  ['secrets', '', 'fieldSelector=type%3Dkubernetes.io%2Fservice-account-token'],
  ['configmaps', '', 'fieldSelector=metadata.name%3Dkube-root-ca.crt'],
  ['nodes', '', ''],
  ['pods', '', ''],
  ['deployments', 'apps', ''],
  ['replicasets', 'apps', ''],
  ['statefulsets', 'apps', ''],
  ['daemonsets', 'apps', ''],
  ['jobs', 'batch', ''],
  ['cronjobs', 'batch', ''],
];
