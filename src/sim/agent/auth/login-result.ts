import type { Body } from '../../kernel/http.ts';
import type { Method } from './method.ts';

/** What a login's answer holds. */
export type LoginResult =
  | {
      readonly kind: 'token';
      readonly token: string;
      readonly seconds: number;
      readonly renewable: boolean;
      /** A root token of the `token_file` method: nothing to renew. */
      readonly root: boolean;
      readonly batch: boolean;
    }
  /** `wrap_ttl` of the method: the wrapping token as one line of JSON. */
  | { readonly kind: 'wrapped'; readonly text: string }
  | { readonly kind: 'unusable'; readonly message: string };

const record = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

/** `SecretWrapInfo` as the Agent writes it into sinks: one line of JSON. Source: vault: api/secret.go, sdk/helper/jsonutil. */
export const wrapInfoText = (body: Body): string | undefined => {
  const info = record(record(body)?.wrap_info);
  if (!info) return undefined;
  const { token, accessor, ttl, creation_time, creation_path, wrapped_accessor } = info;
  return `${JSON.stringify({
    token: token ?? '',
    accessor: accessor ?? '',
    ttl: ttl ?? 0,
    creation_time,
    creation_path: creation_path ?? '',
    wrapped_accessor: wrapped_accessor ?? '',
  })}\n`;
};

/** Judge a login's answer. Source: vault: command/agentproxyshared/auth/auth.go. */
export const loginResult = (method: Method, wrapped: boolean, body: Body): LoginResult => {
  const unusable = (message: string): LoginResult => ({ kind: 'unusable', message });
  if (wrapped) {
    const text = wrapInfoText(body);
    if (text === undefined) return unusable('authentication returned nil wrap info');
    return { kind: 'wrapped', text };
  }
  if (method.type === 'token_file') {
    const data = record(record(body)?.data);
    if (!data) return unusable('token file validation failed, token may be invalid');
    const { id, ttl, renewable, type, policies } = data;
    if (typeof id !== 'string' || id === '') return unusable('token file validation returned empty client token');
    const seconds = typeof ttl === 'number' ? ttl : 0;
    const root = seconds === 0 && Array.isArray(policies) && policies.length === 1 && policies[0] === 'root';
    return { kind: 'token', token: id, seconds, renewable: renewable === true, root, batch: type === 'batch' };
  }
  const auth = record(record(body)?.auth);
  if (!auth) return unusable('authentication returned nil auth info');
  const { client_token: token, lease_duration: seconds, renewable } = auth;
  if (typeof token !== 'string' || token === '') return unusable('authentication returned empty client token');
  return {
    kind: 'token',
    token,
    seconds: typeof seconds === 'number' ? seconds : 0,
    renewable: renewable === true,
    root: false,
    batch: false,
  };
};
