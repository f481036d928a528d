import type { Run } from '../../program.ts';
import type { Json } from '../objects/json.ts';
import type { Describe } from './ask.ts';
import { describeBinding } from './binding.ts';
import { describeConfigMap } from './config-map.ts';
import { describeCronJob } from './cron-job.ts';
import { describeDaemonSet } from './daemon-set.ts';
import { describeDeployment } from './deployment.ts';
import { describeEndpoints } from './endpoints.ts';
import { describeGeneric } from './generic.ts';
import { describeJob } from './job.ts';
import { describeNamespace } from './namespace.ts';
import { describeNode } from './node.ts';
import { describePod } from './pod.ts';
import { describeReplicaSet } from './replica-set.ts';
import { describeRole } from './role.ts';
import { describeSecret } from './secret.ts';
import { describeService } from './service.ts';
import { describeServiceAccount } from './service-account.ts';
import { describeStatefulSet } from './stateful-set.ts';

/** How a kind is described, and whether its events follow. */
export interface Description {
  readonly describe: Describe;
  readonly events: boolean;
}

/** A description for which the object itself is enough. */
const alone = (text: (object: Json, now: number) => string): Describe =>
  function* (object, _ask, now): Run<string> {
    return text(object, now);
  };

const withEvents = (describe: Describe): Description => ({ describe, events: true });
const withoutEvents = (describe: Describe): Description => ({ describe, events: false });

/** Descriptions by plural. A new one is a file beside this and a name here. */
const DESCRIPTIONS: Readonly<Record<string, Description>> = {
  clusterrolebindings: withoutEvents(alone(describeBinding)),
  clusterroles: withoutEvents(alone(describeRole)),
  configmaps: withEvents(alone(describeConfigMap)),
  cronjobs: withEvents(alone(describeCronJob)),
  daemonsets: withEvents(describeDaemonSet),
  deployments: withEvents(describeDeployment),
  endpoints: withEvents(alone(describeEndpoints)),
  jobs: withEvents(alone(describeJob)),
  namespaces: withoutEvents(alone(describeNamespace)),
  nodes: withEvents(describeNode),
  pods: withEvents(alone(describePod)),
  replicasets: withEvents(describeReplicaSet),
  rolebindings: withoutEvents(alone(describeBinding)),
  roles: withoutEvents(alone(describeRole)),
  secrets: withoutEvents(alone(describeSecret)),
  serviceaccounts: withEvents(describeServiceAccount),
  services: withEvents(describeService),
  statefulsets: withEvents(describeStatefulSet),
};

const GENERIC = withEvents(alone(describeGeneric));

/** The description of a kind, by its plural. */
export const descriptionOf = (plural: string): Description =>
  Object.hasOwn(DESCRIPTIONS, plural) ? (DESCRIPTIONS[plural] ?? GENERIC) : GENERIC;
