import { nameOf, namespaceOf } from '../api/object.ts';
import { badRequest } from '../api/status.ts';
import { pods } from '../kinds/pods.ts';
import { podSpecOf } from '../pod/types.ts';
import type { Endpoint } from '../server/context.ts';
import { param } from '../server/request.ts';
import { existing } from './update.ts';

/**
 * `POST …/pods/{name}/exec?container=…&command=…`: done by the kubelet (kubernetes: pkg/registry/core/pod/strategy.go,
 * ExecLocation). The real connection is upgraded to streams; here standard input is the body, and the answer is
 * `{ stdout, stderr, exit }`, or `{ refused }` where the stream does not come about.
 */
export const podExec: Endpoint = {
  matches: ({ info, kind, request }) => kind === pods && request.method === 'POST' && info.subresource === 'exec',
  handle: (context) => {
    const { request } = context;
    const pod = existing(context, pods);
    const name = nameOf(pod);
    const spec = podSpecOf(pod);
    const containers = (spec.containers ?? []).map((c) => c.name);
    const init = (spec.initContainers ?? []).map((c) => c.name);
    const asked = param(request, 'container');
    if (asked === '' && containers.length > 1)
      throw badRequest(
        `a container name must be specified for pod ${name}, choose one of: [${containers.join(' ')}]${init.length > 0 ? ` or one of the init containers: [${init.join(' ')}]` : ''}`,
      );
    const container = asked || (containers[0] ?? '');
    if (![...containers, ...init].includes(container))
      throw badRequest(`container ${container} is not valid for pod ${name}`);
    if (!spec.nodeName) throw badRequest(`pod ${name} does not have a host assigned`);
    const command = (request.query.command ?? []).map((word) => `command=${encodeURIComponent(word)}`).join('&');
    return {
      kind: 'proxy',
      origin: `https://${spec.nodeName}:10250`,
      path: `/exec/${namespaceOf(pod)}/${name}/${container}?${command}`,
      post: { body: typeof request.body === 'string' ? request.body : '' },
    };
  },
};
