/** `bound_service_account_namespace_selector`: a Kubernetes LabelSelector of which Vault takes `matchLabels` only. */
import { loadAll, YAML11_SCHEMA } from 'js-yaml';

export interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of the text; the first document of YAML, read as YAML 1.1 like all of Kubernetes' YAML. */
const parse = (text: string): unknown => {
  try {
    if (text.trimStart().startsWith('{')) return JSON.parse(text);
    return loadAll(text, { schema: YAML11_SCHEMA })[0];
  } catch {
    return undefined;
  }
};

/** A field by its name; like Go's decoder, in any letter case where the exact one is missing. */
const field = (value: Readonly<Record<string, unknown>>, name: string): unknown =>
  value[name] ?? Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;

/**
 * Reads a selector.
 * @param text JSON (starts with `{`) or YAML
 * @returns `undefined` where Vault says `invalid "bound_service_account_namespace_selector" configured`
 *   (plugin: namespace_validator.go)
 */
export const parseSelector = (text: string): LabelSelector | undefined => {
  const value = parse(text);
  if (value === null) return { matchLabels: {} };
  if (!isObject(value)) return undefined;
  if (field(value, 'matchExpressions') !== null) return undefined;
  const labels = field(value, 'matchLabels') ?? {};
  if (!isObject(labels)) return undefined;
  const entries = Object.entries(labels).map(([key, label]) => [key, label ?? ''] as const);
  if (entries.some(([, label]) => typeof label !== 'string')) return undefined;
  return { matchLabels: Object.fromEntries(entries) as Readonly<Record<string, string>> };
};

/** The first demanded label that a namespace lacks, as `key=value`; `undefined`: all are there. */
export const missingLabel = (selector: LabelSelector, labels: Readonly<Record<string, string>>): string | undefined => {
  const missing = Object.entries(selector.matchLabels).find(([key, value]) => labels[key] !== value);
  return missing && `${missing[0]}=${missing[1]}`;
};
