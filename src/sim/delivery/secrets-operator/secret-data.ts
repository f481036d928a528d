import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64, utf8 } from '../../jwt/index.ts';
import { renderSecretTemplate } from './secret-template.ts';

/** Data of a Secret in clear. */
export type SecretData = Readonly<Record<string, string>>;

/** `spec.destination.transformation`, without references to SecretTransformation resources. */
export interface Transformation {
  readonly templates?: Readonly<Record<string, { readonly name?: string; readonly text?: string }>>;
  readonly includes?: readonly string[];
  readonly excludes?: readonly string[];
  readonly excludeRaw?: boolean;
}

const RAW = '_raw';

const matches = (patterns: readonly string[], key: string): boolean =>
  patterns.some((pattern) => new RegExp(pattern).test(key));

const validPattern = (pattern: string): boolean => {
  try {
    return new RegExp(pattern) !== null;
  } catch {
    return false;
  }
};

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * The data of the Secret: templates first, then the fields of the secret that the filters let through, and everything
 * once more as `_raw`. Source: vault-secrets-operator 1.4.1: helpers/secrets.go, helpers/template.go.
 * @param fields of the secret itself: for KV version 2 what stands below `data.data`
 * @param whole the answer's `data`
 * @returns the data, or the operator's words for what is wrong
 */
export const secretData = (
  fields: Readonly<Record<string, unknown>>,
  whole: Readonly<Record<string, unknown>>,
  transformation: Transformation,
): { readonly data: SecretData } | { readonly error: string } => {
  const { templates = {}, includes = [], excludes = [], excludeRaw = false } = transformation;
  const bad = [...includes, ...excludes].find((pattern) => !validPattern(pattern));
  if (bad !== undefined) return { error: `error parsing regexp: invalid pattern: \`${bad}\`` };
  const data: Record<string, string> = {};
  if (!excludeRaw) {
    if (RAW in fields || RAW in templates) return { error: `key '${RAW}' not permitted in Secret data` };
    data[RAW] = JSON.stringify(whole);
  }
  for (const key of Object.keys(templates).sort()) {
    const template = templates[key];
    const input = { Secrets: fields, Metadata: whole.metadata ?? {} };
    const rendered = renderSecretTemplate(template?.name ?? key, template?.text ?? '', input);
    if ('error' in rendered) return rendered;
    data[key] = rendered.text;
  }
  for (const [key, value] of Object.entries(fields)) {
    if (key in data || (excludes.length > 0 && matches(excludes, key))) continue;
    if (includes.length > 0 && !matches(includes, key)) continue;
    data[key] = text(value);
  }
  return { data };
};

/** The HMAC by which the operator sees that data has changed. @param key from the operator's own Secret */
export const macOf = (data: SecretData, key: string): string => {
  const sorted = Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
  return base64(hmac(sha256, utf8(key), utf8(JSON.stringify(sorted))));
};
