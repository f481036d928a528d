import type { KubeObject } from '../api/object.ts';
import { part } from '../api/object.ts';
import { badRequest } from '../api/status.ts';
import type { Kind } from '../kinds/kind.ts';
import { mergePatch } from '../patch/merge-patch.ts';
import { answer, type Endpoint, type Outcome } from '../server/context.ts';
import { existing, replace } from './update.ts';

const scaleOf = (object: KubeObject): object => {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const labels = (part(part(object, 'spec'), 'selector').matchLabels ?? {}) as Record<string, string>;
  const selector = Object.keys(labels)
    .sort()
    .map((key) => `${key}=${labels[key]}`)
    .join(',');
  const replicas = part(object, 'spec').replicas;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: typeof replicas === 'number' && replicas > 0 ? { replicas } : {},
    status: { replicas: part(object, 'status').replicas ?? 0, selector },
  };
};

/** `GET, PUT, PATCH …/deployments/{name}/scale` */
export const scale: Endpoint = {
  matches: ({ info, kind }) =>
    kind?.hasScale === true && info.subresource === 'scale' && ['get', 'update', 'patch'].includes(info.verb),
  handle: (context) => {
    const { kind, info, request } = context;
    const known = kind as Kind;
    const old = existing(context, known);
    if (info.verb === 'get') return answer(200, scaleOf(old));
    const wanted = mergePatch(info.verb === 'patch' ? scaleOf(old) : {}, request.body) as Record<string, unknown>;
    const replicas = part(wanted, 'spec').replicas ?? 0;
    if (typeof replicas !== 'number')
      throw badRequest(
        'Scale in version "v1" cannot be handled as a Scale: json: cannot unmarshal string into Go struct field ScaleSpec.spec.replicas of type int32',
      );
    const next: KubeObject = { ...old, spec: { ...part(old, 'spec'), replicas } };
    const done: Outcome = replace({ ...context, info: { ...info, subresource: '' } }, known, next, old);
    return done.kind === 'answer' ? { ...done, body: scaleOf(done.body as KubeObject) } : done;
  },
};
