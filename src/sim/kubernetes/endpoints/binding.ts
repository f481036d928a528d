import { rfc3339 } from '../../kernel/index.ts';
import { part } from '../api/object.ts';
import { badRequest, conflict } from '../api/status.ts';
import { pods } from '../kinds/pods.ts';
import { podSpecOf } from '../pod/types.ts';
import { answer, type Endpoint } from '../server/context.ts';
import { decodeBody } from '../server/decode-body.ts';
import { expectedBody } from '../server/expected.ts';
import { put } from '../store/store.ts';
import { existing } from './update.ts';

/** `POST …/pods/{name}/binding`: the scheduler gives a Pod its node. */
export const binding: Endpoint = {
  matches: ({ info, kind, request }) => kind === pods && request.method === 'POST' && info.subresource === 'binding',
  handle: (context) => {
    const { request, warnings, state, info, wall } = context;
    const body = decodeBody(request, expectedBody('v1', 'Binding'), warnings);
    const node = String(part(body, 'target').name ?? '');
    if (node === '') throw badRequest('binding must have a target name');
    const pod = existing(context, pods);
    const spec = podSpecOf(pod);
    if (spec.nodeName)
      throw conflict(
        { group: '', name: 'pods/binding' },
        info.name,
        `pod ${info.name} is already assigned to node ${JSON.stringify(spec.nodeName)}`,
      );
    const status = part(pod, 'status');
    const conditions = ((status.conditions ?? []) as { type: string }[]).filter((c) => c.type !== 'PodScheduled');
    const scheduled = { type: 'PodScheduled', status: 'True', lastTransitionTime: rfc3339(wall) };
    put(state.store, pods, {
      ...pod,
      spec: { ...spec, nodeName: node },
      status: { ...status, conditions: [...conditions, scheduled] },
    });
    return answer(201, { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 });
  },
};
