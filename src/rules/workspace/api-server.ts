import type { FieldError } from '../../sim/kubernetes/api/field-errors.ts';
import { validateMeta } from '../../sim/kubernetes/api/meta-validation.ts';
import type { KubeObject } from '../../sim/kubernetes/api/object.ts';
import { KINDS, kindNamed } from '../../sim/kubernetes/kinds/index.ts';
import { apiVersionOf, type Kind } from '../../sim/kubernetes/kinds/kind.ts';
import { decode } from '../../sim/kubernetes/schema/decode.ts';
import { rememberingBy } from './cache.ts';
import { isObject, type Manifest } from './workspace.ts';

/** What the API server would say of an object by itself: nothing of others is needed for it. */
export interface ApiVerdict {
  /** The kind lives in another version: the apiVersion to write. */
  readonly otherVersion?: string;
  /** Text of the decoder's type error. */
  readonly typeError?: string;
  /** Fields the kind does not have. */
  readonly unknown: readonly string[];
  readonly invalid: readonly FieldError[];
}

const NOTHING: ApiVerdict = { unknown: [], invalid: [] };

const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '');

/** Groups in which kinds of this name once were, or are taken for being: only these are mix-ups and no other product. */
const HISTORICAL = new Set(['', 'extensions', 'apps', 'batch', 'rbac.authorization.k8s.io']);

/** Decodes, completes and validates an object as a create would. */
const asked = (value: Readonly<Record<string, unknown>>, kind: Kind): ApiVerdict => {
  const { object, unknown, error } = decode(value, kind.kind);
  if (error !== undefined) return { typeError: error, unknown, invalid: [] };
  const fresh = structuredClone(object) as unknown as KubeObject;
  fresh.metadata ??= {};
  if (kind.namespaced && fresh.metadata.namespace === undefined) fresh.metadata.namespace = 'default';
  kind.defaults?.(fresh);
  kind.prepareCreate?.(fresh);
  return { unknown, invalid: [...validateMeta(fresh, kind.namespaced, kind.names), ...(kind.validate?.(fresh) ?? [])] };
};

const judge = rememberingBy((value: Readonly<Record<string, unknown>>): ApiVerdict => {
  const apiVersion = typeof value.apiVersion === 'string' ? value.apiVersion : '';
  const kind = kindNamed(groupOf(apiVersion), String(value.kind));
  if (kind && apiVersionOf(kind) === apiVersion) return asked(value, kind);
  const same = KINDS.find((k) => k.kind === value.kind);
  return same && HISTORICAL.has(groupOf(apiVersion)) ? { ...NOTHING, otherVersion: apiVersionOf(same) } : NOTHING;
});

/** The API server's verdict on a manifest; objects of kinds that are not modelled are not judged. */
export const apiVerdict = ({ value }: Pick<Manifest, 'value'>): ApiVerdict => judge(value);

/** The verdict on a Pod that an admission webhook has changed. */
export const podVerdict = (pod: unknown): ApiVerdict => {
  const kind = kindNamed('', 'Pod');
  return kind && isObject(pod) ? asked(pod, kind) : NOTHING;
};
