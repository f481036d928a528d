/** What Vault answers, as the client reads it. Source: vault: api/secret.go. */

export type Data = Readonly<Record<string, unknown>>;

export interface SecretAuth {
  readonly client_token: string;
  readonly accessor: string;
  readonly policies: readonly string[] | null;
  readonly token_policies: readonly string[] | null;
  readonly identity_policies: readonly string[] | null;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly orphan: boolean;
  readonly entity_id: string;
  readonly lease_duration: number;
  readonly renewable: boolean;
  readonly mfa_requirement: unknown;
}

export interface WrapInfo {
  readonly token: string;
  readonly accessor: string;
  readonly ttl: number;
  readonly creation_time: string;
  readonly creation_path: string;
  readonly wrapped_accessor: string;
}

export interface Secret {
  readonly request_id: string;
  readonly lease_id: string;
  readonly lease_duration: number;
  readonly renewable: boolean;
  readonly data: Data | null;
  readonly warnings: readonly string[] | null;
  readonly auth?: SecretAuth | null;
  readonly wrap_info?: WrapInfo | null;
  readonly mount_type?: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const strings = (value: unknown): string[] | null =>
  Array.isArray(value) && value.length > 0 ? value.map(String) : null;

const authOf = (value: unknown): SecretAuth | null => {
  if (!isData(value)) return null;
  return {
    client_token: text(value.client_token),
    accessor: text(value.accessor),
    policies: strings(value.policies),
    token_policies: strings(value.token_policies),
    identity_policies: strings(value.identity_policies),
    metadata: isData(value.metadata) ? (value.metadata as Record<string, string>) : null,
    orphan: value.orphan === true,
    entity_id: text(value.entity_id),
    lease_duration: number(value.lease_duration),
    renewable: value.renewable === true,
    mfa_requirement: value.mfa_requirement ?? null,
  };
};

const wrapOf = (value: unknown): WrapInfo | null =>
  isData(value)
    ? {
        token: text(value.token),
        accessor: text(value.accessor),
        ttl: number(value.ttl),
        creation_time: text(value.creation_time),
        creation_path: text(value.creation_path),
        wrapped_accessor: text(value.wrapped_accessor),
      }
    : null;

const ENVELOPE = ['request_id', 'lease_id', 'lease_duration', 'renewable', 'data', 'warnings', 'auth', 'wrap_info'];

/** An answer without any part of the envelope (`sys/health`) is data as a whole; errors alone are nothing. */
const rawOf = (body: Data): Data | null => {
  if (ENVELOPE.some((key) => body[key])) return null;
  const { errors, ...rest } = body;
  return Object.keys(rest).length > 0 ? { ...rest, ...(errors !== undefined && { errors }) } : null;
};

/** Read an answer's body as a secret; `null` for none. */
export const secretOf = (body: unknown): Secret | null => {
  if (!isData(body)) return null;
  const auth = authOf(body.auth);
  const wrap = wrapOf(body.wrap_info);
  return {
    request_id: text(body.request_id),
    lease_id: text(body.lease_id),
    lease_duration: number(body.lease_duration),
    renewable: body.renewable === true,
    data: isData(body.data) ? body.data : rawOf(body),
    warnings: strings(body.warnings),
    ...(auth && { auth }),
    ...(wrap && { wrap_info: wrap }),
    ...(text(body.mount_type) !== '' && { mount_type: text(body.mount_type) }),
  };
};

/** The answer has something to show although its status is 404. */
export const saysSomething = (secret: Secret | null): secret is Secret =>
  secret !== null && ((secret.warnings?.length ?? 0) > 0 || Object.keys(secret.data ?? {}).length > 0);
