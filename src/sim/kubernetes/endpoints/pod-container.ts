import { type KubeObject, nameOf } from '../api/object.ts';
import { badRequest } from '../api/status.ts';
import { pods } from '../kinds/pods.ts';
import { podSpecOf } from '../pod/types.ts';
import type { Context } from '../server/context.ts';
import { param } from '../server/request.ts';
import { existing } from './update.ts';

/** The container that a request for a Pod's log or streams is about, and the node that is asked for it. */
export interface PodContainer {
  readonly pod: KubeObject;
  readonly container: string;
  readonly node: string;
}

/**
 * Finds the container that `?container=` names, or the only one.
 * @throws StatusError 404 without the Pod; 400 where no container is meant clearly, or no node has the Pod
 * @see kubernetes: pkg/registry/core/pod/strategy.go, validateContainer
 */
export const podContainer = (context: Context): PodContainer => {
  const pod = existing(context, pods);
  const name = nameOf(pod);
  const spec = podSpecOf(pod);
  const containers = (spec.containers ?? []).map((c) => c.name);
  const init = (spec.initContainers ?? []).map((c) => c.name);
  const asked = param(context.request, 'container');
  if (asked === '' && containers.length > 1)
    throw badRequest(
      `a container name must be specified for pod ${name}, choose one of: [${containers.join(' ')}]${init.length > 0 ? ` or one of the init containers: [${init.join(' ')}]` : ''}`,
    );
  const container = asked || (containers[0] ?? '');
  if (![...containers, ...init].includes(container))
    throw badRequest(`container ${container} is not valid for pod ${name}`);
  if (!spec.nodeName) throw badRequest(`pod ${name} does not have a host assigned`);
  return { pod, container, node: spec.nodeName };
};
