import type { ApiRequest } from './request.ts';
import { requestInfo } from './request-info.ts';

/** Resources that a real 1.34 server has and this model does not. */
const REAL = new Set([
  'persistentvolumes',
  'persistentvolumeclaims',
  'resourcequotas',
  'limitranges',
  'replicationcontrollers',
  'podtemplates',
  'componentstatuses',
  'controllerrevisions',
  'endpointslices',
  'ingresses',
  'ingressclasses',
  'networkpolicies',
  'horizontalpodautoscalers',
  'poddisruptionbudgets',
  'storageclasses',
  'csidrivers',
  'csinodes',
  'volumeattachments',
  'apiservices',
  'certificatesigningrequests',
  'priorityclasses',
  'runtimeclasses',
  'validatingadmissionpolicies',
]);
const REAL_SUBRESOURCES = new Set(['attach', 'portforward', 'proxy', 'eviction', 'ephemeralcontainers', 'resize']);

/** A remark for whoever reads the history, when the answer is a gap of the model and not the real server's. */
export const missingFromModel = (request: ApiRequest): string | null => {
  const info = requestInfo(request);
  const gap =
    REAL.has(info.resource) || REAL_SUBRESOURCES.has(info.subresource) || request.path.startsWith('/openapi/');
  return gap ? `not modelled: ${request.method} ${request.path}` : null;
};
