import { base64, utf8 } from '../../jwt/index.ts';
import { type KubeObject, nameOf, namespaceOf, part, sameJson } from '../../kubernetes/api/object.ts';
import { clearData } from '../../kubernetes/kubelet/environment.ts';
import { API_VERSION } from './resources.ts';
import type { SecretData, Transformation } from './secret-data.ts';

/** `spec.destination`. */
export interface Destination {
  readonly name: string;
  readonly create: boolean;
  readonly overwrite: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly type: string;
  readonly transformation: Transformation;
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** The model's server does not look into a transformation: what is of another type counts as left out. */
const transformationOf = (given: Readonly<Record<string, unknown>>): Transformation => ({
  templates: Object.fromEntries(
    Object.keys(part(given, 'templates')).map((key) => {
      const { name, text } = part(part(given, 'templates'), key);
      return [key, { name: typeof name === 'string' ? name : key, text: typeof text === 'string' ? text : '' }];
    }),
  ),
  includes: texts(given.includes),
  excludes: texts(given.excludes),
  excludeRaw: given.excludeRaw === true,
});

/** The destination of a resource with its defaults. Source: vault-secrets-operator 1.4.1: api/v1beta1/common.go. */
export const destinationOf = (object: KubeObject): Destination => {
  const given = part(part(object, 'spec'), 'destination');
  return {
    name: String(given.name ?? ''),
    create: given.create === true,
    overwrite: given.overwrite === true,
    labels: part(given, 'labels') as Record<string, string>,
    annotations: part(given, 'annotations') as Record<string, string>,
    type: String(given.type ?? '') || 'Opaque',
    transformation: transformationOf(part(given, 'transformation')),
  };
};

const OWNER = {
  'app.kubernetes.io/managed-by': 'hashicorp-vso',
  'app.kubernetes.io/name': 'vault-secrets-operator',
  'app.kubernetes.io/component': 'secret-sync',
};
/** Label by which the operator finds the Secrets of a resource. */
const OWNER_UID = 'secrets.hashicorp.com/vso-ownerRefUID';

const ownersOf = (object: KubeObject, kind: string) => [
  { apiVersion: API_VERSION, kind, name: nameOf(object), uid: object.metadata.uid ?? '' },
];

const labelled = (secret: KubeObject): string[] =>
  Object.entries(OWNER).flatMap(([key, value]) =>
    secret.metadata.labels?.[key] === value
      ? []
      : [`invalid owner label, key=${key}, present=${key in (secret.metadata.labels ?? {})}`],
  );

/** Why a Secret that is there may not be written, in the operator's words; null: it may. */
export const notOwned = (secret: KubeObject, object: KubeObject, kind: string): string | null => {
  const { overwrite } = destinationOf(object);
  const errors = labelled(secret);
  if (overwrite && errors.length > 0) return null;
  const key = `${namespaceOf(object)}/${nameOf(secret)}`;
  const owners = secret.metadata.ownerReferences ?? [];
  if (owners.length === 0) errors.push(`secret ${key} has no ownerReferences`);
  else if (!sameJson(owners, ownersOf(object, kind)))
    errors.push(`invalid ownerReferences, refs=${JSON.stringify(owners)}`);
  return errors.length === 0 ? null : [...errors, `not the owner of the destination Secret ${key}`].join('\n');
};

const encoded = (data: SecretData): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([key, text]) => [key, base64(utf8(text))]));

/** The Secret that a resource wants. @param found the Secret as it is */
export const wantedSecret = (object: KubeObject, kind: string, data: SecretData, found: KubeObject | null): object => {
  const { name, create, labels, annotations, type } = destinationOf(object);
  const base = { apiVersion: 'v1', kind: 'Secret' };
  // A Secret that somebody else made is his: only its data is written.
  if (!create && found) return { ...base, ...found, data: encoded(data) };
  return {
    ...base,
    metadata: {
      ...found?.metadata,
      name,
      namespace: namespaceOf(object),
      labels: { ...labels, ...OWNER, [OWNER_UID]: object.metadata.uid ?? '' },
      ...(Object.keys(annotations).length > 0 && { annotations }),
      ownerReferences: ownersOf(object, kind),
    },
    type,
    data: encoded(data),
  };
};

/** Data of a Secret in clear. */
export const dataIn = (secret: KubeObject): SecretData => clearData(secret, 'secrets');
