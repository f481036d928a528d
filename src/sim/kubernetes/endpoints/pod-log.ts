import { quote } from '../../go/quote.ts';
import { nameOf, namespaceOf, part } from '../api/object.ts';
import { badRequest } from '../api/status.ts';
import { pods } from '../kinds/pods.ts';
import type { Endpoint } from '../server/context.ts';
import { param } from '../server/request.ts';
import { podContainer } from './pod-container.ts';

interface Status {
  readonly name: string;
  readonly state?: { readonly waiting?: { readonly reason?: string } };
  readonly lastState?: { readonly terminated?: object };
}

/** What the kubelet is asked as the client asked it. (kubernetes: pkg/apis/core/types.go, PodLogOptions) */
const OPTIONS = ['tailLines', 'sinceSeconds', 'sinceTime', 'timestamps', 'limitBytes', 'previous'];

/** `GET …/pods/{name}/log?container=…`: asked of the kubelet (kubernetes: pkg/registry/core/pod/strategy.go, LogLocation). */
export const podLog: Endpoint = {
  matches: ({ info, kind, request }) => kind === pods && request.method === 'GET' && info.subresource === 'log',
  handle: (context) => {
    const { request } = context;
    const { pod, container, node } = podContainer(context);
    const name = nameOf(pod);
    const status = part(pod, 'status');
    const statuses = [
      ...((status.initContainerStatuses ?? []) as Status[]),
      ...((status.containerStatuses ?? []) as Status[]),
    ];
    const own = statuses.find((s) => s.name === container);
    const reason = own?.state?.waiting?.reason;
    const previous = param(request, 'previous') === 'true';
    if (previous && !own?.lastState?.terminated)
      throw badRequest(`previous terminated container ${quote(container)} in pod ${quote(name)} not found`);
    if (reason !== undefined && !own?.lastState?.terminated)
      throw badRequest(`container ${quote(container)} in pod ${quote(name)} is waiting to start: ${reason}`);
    const query = OPTIONS.filter((name) => param(request, name) !== '')
      .map((name) => `${name}=${encodeURIComponent(param(request, name))}`)
      .join('&');
    return {
      kind: 'proxy',
      origin: `https://${node}:10250`,
      path: `/containerLogs/${namespaceOf(pod)}/${name}/${container}${query === '' ? '' : `?${query}`}`,
    };
  },
};
