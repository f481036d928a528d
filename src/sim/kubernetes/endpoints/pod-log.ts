import { quote } from '../../go/quote.ts';
import { nameOf, namespaceOf, part } from '../api/object.ts';
import { badRequest } from '../api/status.ts';
import { pods } from '../kinds/pods.ts';
import { podSpecOf } from '../pod/types.ts';
import type { Endpoint } from '../server/context.ts';
import { param } from '../server/request.ts';
import { existing } from './update.ts';

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
      origin: `https://${spec.nodeName}:10250`,
      path: `/containerLogs/${namespaceOf(pod)}/${name}/${container}${query === '' ? '' : `?${query}`}`,
    };
  },
};
