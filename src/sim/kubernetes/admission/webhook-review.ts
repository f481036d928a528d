import { fromBase64, fromUtf8 } from '../../jwt/index.ts';
import type { FailureReason } from '../../kernel/index.ts';
import { type KubeObject, part } from '../api/object.ts';
import { failure, internalError, type StatusError } from '../api/status.ts';
import { userInfo } from '../authn/user.ts';
import { apiVersionOf, type Kind, versionOf } from '../kinds/kind.ts';
import { jsonPatch, type Operation } from '../patch/json-patch.ts';
import type { Call, Hook, Pending } from '../server/pending.ts';

/** What came back from a webhook's address. */
export type CallResult =
  | { readonly kind: 'response'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'failure'; readonly reason: FailureReason };

const OPTIONS: Readonly<Record<string, string>> = {
  CREATE: 'CreateOptions',
  UPDATE: 'UpdateOptions',
  DELETE: 'DeleteOptions',
};

const versioned = (object: KubeObject | null, kind: Kind): object | null =>
  object && { kind: kind.kind, apiVersion: apiVersionOf(kind), ...object };

/** The AdmissionReview for a write (k8s.io/api/admission/v1). */
export const reviewCall = (hook: Hook, pending: Pending, kind: Kind, uid: string): Call => {
  const gvk = { group: kind.group, version: versionOf(kind), kind: kind.kind };
  const gvr = { group: kind.group, version: versionOf(kind), resource: kind.plural };
  return {
    hook,
    url: `${hook.target.origin}${hook.target.path}?timeout=${hook.timeoutSeconds}s`,
    body: {
      kind: 'AdmissionReview',
      apiVersion: `admission.k8s.io/${hook.version}`,
      request: {
        uid,
        kind: gvk,
        resource: gvr,
        ...(pending.subresource !== '' && { subResource: pending.subresource }),
        requestKind: gvk,
        requestResource: gvr,
        ...(pending.name !== '' && { name: pending.name }),
        ...(pending.namespace !== '' && { namespace: pending.namespace }),
        operation: pending.operation,
        userInfo: userInfo(pending.user),
        object: versioned(pending.object, kind),
        oldObject: versioned(pending.old, kind),
        dryRun: pending.dryRun,
        options: {
          kind: OPTIONS[pending.operation],
          apiVersion: 'meta.k8s.io/v1',
          ...(pending.dryRun && { dryRun: ['All'] }),
        },
      },
    },
  };
};

/** Go's words for a request that got no answer. */
const dialError = (call: Call, reason: FailureReason): string => {
  const post = `Post ${JSON.stringify(call.url)}: `;
  const { address } = call.hook.target;
  switch (reason) {
    case 'timeout':
      return `${post}context deadline exceeded`;
    case 'unknown authority':
      return `${post}tls: failed to verify certificate: x509: certificate signed by unknown authority`;
    case 'certificate expired':
      return `${post}tls: failed to verify certificate: x509: certificate has expired or is not yet valid`;
    case 'closed':
      return `${post}EOF`;
    case 'reset':
      return `${post}read tcp ${address}: read: connection reset by peer`;
    case 'unreachable':
      return `${post}dial tcp ${address}: connect: no route to host`;
    case 'no such host':
      return `no endpoints available for service ${JSON.stringify(call.hook.target.origin.replace(/^https:\/\//, '').split('.')[0])}`;
    default:
      return `${post}dial tcp ${address}: connect: connection refused`;
  }
};

const callError = (call: Call, cause: string): StatusError =>
  internalError(`failed calling webhook ${JSON.stringify(call.hook.name)}: ${cause}`);

/** What a webhook's answer means: go on with this object, or an error; a call failure is subject to `failurePolicy`. */
export type Reading =
  | { readonly kind: 'allowed'; readonly object: KubeObject | null; readonly warnings: readonly string[] }
  | { readonly kind: 'denied'; readonly error: StatusError }
  | { readonly kind: 'failed'; readonly error: StatusError };

/** Read the answer to a call (apiserver: pkg/admission/plugin/webhook/{mutating/dispatcher,errors/statuserror}.go). */
export const readReview = (call: Call, result: CallResult, pending: Pending, kind: Kind): Reading => {
  const { target, name } = call.hook;
  if (target.error !== undefined)
    return { kind: 'failed', error: callError(call, `failed to call webhook: ${target.error}`) };
  if (result.kind === 'failure')
    return { kind: 'failed', error: callError(call, `failed to call webhook: ${dialError(call, result.reason)}`) };
  if (result.status !== 200)
    return { kind: 'failed', error: callError(call, `failed to call webhook: ${serverSaid(result)}`) };
  const body = (typeof result.body === 'object' && result.body !== null ? result.body : {}) as Record<string, unknown>;
  const response = part(body, 'response');
  if (body.kind !== 'AdmissionReview' || Object.keys(response).length === 0)
    return { kind: 'failed', error: callError(call, 'webhook response was absent or not an AdmissionReview') };
  const wanted = part(call.body as Record<string, unknown>, 'request').uid;
  if (response.uid !== wanted)
    return {
      kind: 'failed',
      error: callError(
        call,
        `expected response.uid=${JSON.stringify(wanted)}, got ${JSON.stringify(response.uid ?? '')}`,
      ),
    };
  const warnings = (Array.isArray(response.warnings) ? response.warnings : []).map(String);
  if (response.allowed !== true) return { kind: 'denied', error: denial(name, part(response, 'status')) };
  if (typeof response.patch !== 'string' || response.patch === '')
    return { kind: 'allowed', object: pending.object, warnings };
  return patched(pending, kind, response.patch, warnings);
};

const patched = (pending: Pending, kind: Kind, patch: string, warnings: readonly string[]): Reading => {
  const decoded = fromBase64(patch);
  try {
    const operations = JSON.parse('bytes' in decoded ? fromUtf8(decoded.bytes) : patch) as Operation[];
    const whole = jsonPatch(versioned(pending.object, kind), operations) as Record<string, unknown>;
    return { kind: 'allowed', object: whole as unknown as KubeObject, warnings };
  } catch (error) {
    return { kind: 'denied', error: internalError(error instanceof Error ? error.message : String(error)) };
  }
};

const serverSaid = ({ status, body }: { status: number; body: unknown }): string => {
  if (status === 404) return 'the server could not find the requested resource';
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  return status >= 500
    ? `an error on the server (${JSON.stringify(text.trim())}) has prevented the request from succeeding`
    : 'the server rejected our request for an unknown reason';
};

const denial = (name: string, status: Readonly<Record<string, unknown>>): StatusError => {
  const by = `admission webhook ${JSON.stringify(name)} denied the request`;
  const message = String(status.message ?? '');
  const reason = String(status.reason ?? '');
  const text = message !== '' ? `${by}: ${message}` : reason !== '' ? `${by}: ${reason}` : `${by} without explanation`;
  const code = typeof status.code === 'number' && status.code !== 0 ? status.code : 400;
  return failure(code, reason, text, status.details as object | undefined);
};
