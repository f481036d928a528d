import { activation } from './activation.ts';
import { authentication } from './authentication.ts';
import { cache } from './cache.ts';
import { connection } from './connection.ts';
import { type Annotation, PREFIX } from './description.ts';
import { pod } from './pod.ts';
import { resources } from './resources.ts';
import { secrets } from './secrets.ts';
import { security } from './security.ts';
import { telemetry } from './telemetry.ts';
import { templates } from './templates.ts';

/** Every annotation of vault-k8s 1.7.6. A new one is one more entry in the file of its topic. */
export const ANNOTATIONS: readonly Annotation[] = [
  activation,
  secrets,
  connection,
  authentication,
  pod,
  resources,
  security,
  templates,
  cache,
  telemetry,
].flat();

const byName = new Map(ANNOTATIONS.map((annotation) => [annotation.name, annotation]));

/** Longest first: `agent-inject-template-file-x` is no template named `file-x`. */
const suffixed = ANNOTATIONS.filter(({ form }) => form !== 'plain').sort((a, b) => b.name.length - a.name.length);

/** An annotation by its name without prefix and suffix. */
export const annotationNamed = (name: string): Annotation | undefined => byName.get(name);

/** The full key of an annotation, `vault.hashicorp.com/agent-inject-secret-db`. */
export const keyOf = (name: string, suffix?: string): string =>
  suffix === undefined ? PREFIX + name : `${PREFIX}${name}-${suffix}`;

/** What a key found on a Pod means. */
export interface Recognised {
  readonly annotation: Annotation;
  /** Name of the secret or parameter; undefined where the key has none. */
  readonly suffix: string | undefined;
}

/**
 * Finds the description for a key as written on a Pod.
 * @returns undefined for a key that the injector ignores: another prefix, a typing error, a suffix missing or too many
 */
export const recognise = (key: string): Recognised | undefined => {
  if (!key.startsWith(PREFIX)) return undefined;
  const rest = key.slice(PREFIX.length);
  const exact = byName.get(rest);
  if (exact && (exact.form === 'plain' || exact.form === 'plain or secret'))
    return { annotation: exact, suffix: undefined };
  const annotation = suffixed.find(({ name }) => rest.startsWith(`${name}-`) && rest.length > name.length + 1);
  return annotation ? { annotation, suffix: rest.slice(annotation.name.length + 1) } : undefined;
};
