/** `bound_service_account_namespace_selector`: a Kubernetes LabelSelector of which Vault takes `matchLabels` only. */
import { load } from 'js-yaml';

export interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (text: string): unknown => {
  try {
    return text.trimStart().startsWith('{') ? JSON.parse(text) : load(text);
  } catch {
    return text;
  }
};

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
  if (value.matchExpressions !== undefined && value.matchExpressions !== null) return undefined;
  const labels = value.matchLabels ?? {};
  if (!isObject(labels) || Object.values(labels).some((label) => typeof label !== 'string')) return undefined;
  return { matchLabels: labels as Readonly<Record<string, string>> };
};

/** The first demanded label that a namespace lacks, as `key=value`; `undefined`: all are there. */
export const missingLabel = (selector: LabelSelector, labels: Readonly<Record<string, string>>): string | undefined => {
  const missing = Object.entries(selector.matchLabels).find(([key, value]) => labels[key] !== value);
  return missing && `${missing[0]}=${missing[1]}`;
};
