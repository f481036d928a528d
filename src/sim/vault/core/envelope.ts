/** The JSON body around every logical answer. (vault: sdk/logical/response.go, HTTPResponse) */
import type { CoreResponse } from './reply.ts';

/** Keys in the order the real one has. `requestId` '' in wrapped answers. */
export const envelope = (requestId: string, response: CoreResponse): Readonly<Record<string, unknown>> => {
  const { lease, issued, wrapInfo, warnings, data } = response;
  const body = {
    request_id: wrapInfo ? '' : requestId,
    lease_id: lease?.id ?? '',
    renewable: lease?.renewable ?? false,
    lease_duration: lease?.duration ?? 0,
    data: wrapInfo ? null : (data ?? null),
    wrap_info: wrapInfo ?? null,
    warnings: warnings && warnings.length > 0 ? warnings : null,
    auth: wrapInfo ? null : (issued ?? null),
    mount_type: wrapInfo ? '' : (response.mountType ?? ''),
  };
  return response.flat && data && !wrapInfo ? { ...data, ...body } : body;
};
