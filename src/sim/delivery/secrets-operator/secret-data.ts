import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { GoError } from '../../gotemplate/exec/errors.ts';
import { Meter } from '../../gotemplate/exec/meter.ts';
import { compile, type Regexp } from '../../gotemplate/regexp/regexp.ts';
import { toBytes, toText } from '../../gotemplate/text/utf8.ts';
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
/** Units of work that one match may cost. */
const STEPS = 1_000_000;

/** Patterns as Go's regexp reads them, or its words for one that it cannot read. */
const compiled = (patterns: readonly string[]): readonly Regexp[] | { readonly error: string } => {
  try {
    return patterns.map((pattern) => compile(toBytes(String(pattern))));
  } catch (error) {
    if (error instanceof GoError) return { error: toText(error.message) };
    throw error;
  }
};
const matches = (patterns: readonly Regexp[], key: string): boolean =>
  patterns.some((pattern) => pattern.test(new Meter(STEPS), toBytes(key)));

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
  const [include, exclude] = [compiled(includes), compiled(excludes)];
  if ('error' in include) return include;
  if ('error' in exclude) return exclude;
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
    if (key in data || matches(exclude, key)) continue;
    if (include.length > 0 && !matches(include, key)) continue;
    data[key] = text(value);
  }
  return { data };
};

/** The HMAC by which the operator sees that data has changed. @param key from the operator's own Secret */
export const macOf = (data: SecretData, key: string): string => {
  const sorted = Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
  return base64(hmac(sha256, utf8(key), utf8(JSON.stringify(sorted))));
};
