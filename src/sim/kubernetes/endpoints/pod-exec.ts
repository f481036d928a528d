import { nameOf, namespaceOf } from '../api/object.ts';
import { pods } from '../kinds/pods.ts';
import type { Endpoint } from '../server/context.ts';
import { podContainer } from './pod-container.ts';

/**
 * `POST …/pods/{name}/exec?container=…&command=…`: done by the kubelet (kubernetes: pkg/registry/core/pod/strategy.go,
 * ExecLocation). The real connection is upgraded to streams; here standard input is the body, and the answer is
 * `{ stdout, stderr, exit }`, or `{ refused }` where the stream does not come about.
 */
export const podExec: Endpoint = {
  matches: ({ info, kind, request }) => kind === pods && request.method === 'POST' && info.subresource === 'exec',
  handle: (context) => {
    const { request } = context;
    const { pod, container, node } = podContainer(context);
    const command = (request.query.command ?? []).map((word) => `command=${encodeURIComponent(word)}`).join('&');
    return {
      kind: 'proxy',
      origin: `https://${node}:10250`,
      path: `/exec/${namespaceOf(pod)}/${nameOf(pod)}/${container}?${command}`,
      post: { body: typeof request.body === 'string' ? request.body : '' },
    };
  },
};
