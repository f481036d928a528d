import { base64, utf8 } from '../../jwt/index.ts';
import { MANAGED_LABEL } from './names.ts';

/** An entry of `spec.secretObjects`. */
export interface SecretObject {
  readonly secretName?: string;
  readonly type?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly data?: readonly { readonly objectName?: string; readonly key?: string }[];
}

/** Why an entry cannot be used, in the driver's words. Source: secrets-store-csi-driver: pkg/util/secretutil/secret.go. */
export const invalidObject = ({ secretName, type, data }: SecretObject): string | null => {
  if (!secretName) return 'secret name is empty';
  if (!type) return 'secret type is empty';
  return data === undefined || data.length === 0 ? 'data is empty' : null;
};

/**
 * The Secret that an entry becomes. PEM bundles of type `kubernetes.io/tls` are passed on whole, where the driver would
 * part certificate and key.
 * @param files content by the name of the object, as mounted
 * @returns the manifest, or the driver's words for what is missing
 */
export const secretFrom = (
  object: SecretObject,
  namespace: string,
  files: Readonly<Record<string, string>>,
): { readonly manifest: object } | { readonly error: string } => {
  const data: Record<string, string> = {};
  for (const { objectName = '', key = '' } of object.data ?? []) {
    const name = objectName.trim();
    if (name === '') return { error: 'object name in secretObjects.data' };
    if (key.trim() === '') return { error: 'key in secretObjects.data is empty' };
    const content = files[name];
    if (content === undefined) return { error: `file matching objectName ${name} not found in the pod` };
    data[key.trim()] = base64(utf8(content));
  }
  return {
    manifest: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: (object.secretName ?? '').trim(),
        namespace,
        labels: { ...object.labels, [MANAGED_LABEL]: 'true' },
        ...(object.annotations && { annotations: object.annotations }),
      },
      type: (object.type ?? '').trim(),
      data,
    },
  };
};
