/** The lines that audit devices get: one when a request has been checked, one with its answer. (vault: audit/entry_formatter.go) */
import type { AuthenticatedCall } from '../core/authenticated.ts';
import type { LogicalRequest } from '../core/logical-request.ts';
import { auditError, type Reply } from '../core/reply.ts';
import type { Transaction } from '../core/transaction.ts';
import { goTime, type VaultError } from '../framework/index.ts';
import { runningVersion } from '../mounts/plugin-version.ts';
import type { AuditDevice, MountEntry } from '../state/state.ts';
import { callerAuth, loginAuth } from './auth.ts';
import { clientId } from './client-id.ts';
import { type Hasher, hasherOf, writeLine } from './device.ts';
import { hashStrings } from './hash.ts';

/** What is being logged; `checked` is there for requests that need a token. */
export type AuditedCall = Pick<AuthenticatedCall, 'mount' | 'request' | 'operation' | 'rights' | 'checked'>;

type Json = Readonly<Record<string, unknown>>;

const mountFields = (
  tx: Transaction,
  mount: MountEntry | undefined,
  versionKey: string,
  withAccessor: boolean,
): Json =>
  mount
    ? {
        ...(withAccessor && { mount_accessor: mount.accessor }),
        mount_class: mount.class,
        mount_point: mount.route,
        [versionKey]: runningVersion(tx.version, mount),
        mount_type: mount.type,
      }
    : {};

/** The headers that are configured to be seen. (vault: audit/headers.go, ApplyConfig) */
const headersOf = (tx: Transaction, hash: Hasher, request: LogicalRequest): Json => {
  const { auditedHeaders } = tx.state.settings;
  const seen = Object.entries(request.headers).flatMap(([given, value]): [string, string[]][] => {
    const name = given.toLowerCase();
    const setting = Object.hasOwn(auditedHeaders, name) ? auditedHeaders[name] : undefined;
    return setting ? [[name, [setting.hmac ? hash.text(value) : value]]] : [];
  });
  return seen.length === 0 ? {} : { headers: Object.fromEntries(seen) };
};

const isWrite = (operation: string | undefined): boolean => operation === 'create' || operation === 'update';

/** Whether the router has met the request: the existence check of a write, or the backend itself. */
const requestOf = (tx: Transaction, hash: Hasher, call: AuditedCall, login: boolean, routed: boolean): Json => {
  const { request, mount, rights, checked } = call;
  const operation = call.operation ?? request.operation;
  const known = checked && rights ? rights.token : undefined;
  const hasData = Object.keys(request.data).length > 0;
  return {
    ...(known && !login && { client_id: clientId(known.entityId, known.policies) }),
    ...(request.token !== '' && !login && { client_token: hash.text(request.token) }),
    ...(known && !login && known.accessor !== '' && { client_token_accessor: hash.accessor(known.accessor) }),
    ...(hasData && { data: hash.data(request.data, mount?.config.auditNonHmacRequestKeys ?? []) }),
    ...headersOf(tx, hash, request),
    id: request.id,
    ...mountFields(tx, mount, 'mount_running_version', routed || isWrite(call.operation)),
    namespace: { id: 'root' },
    operation,
    path: request.path,
    remote_address: request.remote,
    remote_port: 40_000 + (Number.parseInt(request.id.slice(0, 4), 16) % 20_000),
    ...(request.wrapTtl > 0 && { wrap_ttl: request.wrapTtl }),
  };
};

const authOf = (hash: Hasher, call: AuditedCall): Json | undefined => {
  const { checked, rights } = call;
  // A path without token check counts as allowed, by nobody.
  if (!checked) return { policy_results: { allowed: true }, token_type: 'default' };
  return rights && callerAuth(hash, rights, checked.decision);
};

const line = (tx: Transaction, type: 'request' | 'response', parts: Json): Json => ({
  ...parts,
  time: goTime(tx.wall),
  type,
});

const each = (tx: Transaction, build: (hash: Hasher, device: AuditDevice) => Json): void => {
  for (const device of Object.values(tx.state.audit)) writeLine(tx, device, build(hasherOf(device), device));
};

/** A request has been checked. @param error why it is refused, if it is */
export const auditRequest = (tx: Transaction, call: AuditedCall, error?: VaultError): void =>
  each(tx, (hash) => {
    const auth = authOf(hash, call);
    return line(tx, 'request', {
      ...(auth && { auth }),
      ...(error && { error: error.message }),
      request: requestOf(tx, hash, call, false, false),
    });
  });

const wrapInfoOf = (hash: Hasher, reply: Reply): Json => {
  const info = reply.response?.wrapInfo;
  if (!info) return {};
  const { token, accessor, wrapped_accessor, ...rest } = info;
  const inner = wrapped_accessor === undefined ? {} : { wrapped_accessor: hash.accessor(wrapped_accessor) };
  return { wrap_info: { ...rest, token: hash.text(token), accessor: hash.accessor(accessor), ...inner } };
};

const bodyOf = (hash: Hasher, call: AuditedCall, reply: Reply): Json | undefined => {
  const { response, error } = reply;
  if (error) return error.response ? { data: hashStrings(hash.salt, { error: error.message }) } : undefined;
  if (!response) return undefined;
  const data = response.wrapInfo ? undefined : response.data;
  return {
    ...(response.issued && !response.wrapInfo && { auth: loginAuth(hash, response) }),
    ...(data &&
      Object.keys(data).length > 0 && { data: hash.data(data, call.mount?.config.auditNonHmacResponseKeys ?? []) }),
    ...(response.lease && response.lease.id !== '' && { secret: { lease_id: response.lease.id } }),
    ...(response.warnings && response.warnings.length > 0 && { warnings: response.warnings }),
    ...wrapInfoOf(hash, reply),
  };
};

/** A request has been answered. */
export const auditResponse = (tx: Transaction, call: AuditedCall, reply: Reply): void =>
  each(tx, (hash) => {
    const { response, error } = reply;
    const login = !call.checked && response?.issued !== undefined;
    const routed = call.checked?.error === undefined;
    const auth = login && response ? loginAuth(hash, response) : authOf(hash, call);
    const refused =
      call.checked?.error === error ? error?.message : error && auditError(error, call.checked !== undefined);
    const body = bodyOf(hash, call, reply);
    return line(tx, 'response', {
      ...(auth && { auth }),
      ...(refused !== undefined && { error: refused }),
      request: requestOf(tx, hash, call, login, routed),
      ...(body && {
        response: {
          ...body,
          ...mountFields(tx, call.mount, 'mount_running_plugin_version', routed || isWrite(call.operation)),
        },
      }),
    });
  });
