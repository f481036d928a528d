import { readKubernetesYaml } from '../../yaml/kubernetes-yaml.ts';

/** One object of a SecretProviderClass: a file and the secret it comes from. */
export interface SecretObject {
  readonly objectName: string;
  readonly secretPath: string;
  readonly secretKey: string;
  readonly method: string;
  readonly secretArgs: Readonly<Record<string, unknown>> | null;
  /** As a number; null: the driver's default. */
  readonly filePermission: number | null;
  readonly encoding: string;
}

/** What the provider makes of a mount request's attributes. */
export interface Parameters {
  readonly address: string;
  readonly role: string;
  /** Without `auth/`; `''`: the provider's default. */
  readonly mount: string;
  readonly namespace: string;
  readonly audience: string;
  readonly secrets: readonly SecretObject[];
  readonly pod: { readonly name: string; readonly uid: string; readonly namespace: string; readonly account: string };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : value === undefined ? '' : String(value));

const objectOf = (value: unknown): SecretObject => {
  const o = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const args = o.secretArgs;
  return {
    objectName: text(o.objectName),
    secretPath: text(o.secretPath),
    secretKey: text(o.secretKey),
    method: text(o.method),
    secretArgs: typeof args === 'object' && args !== null ? (args as Record<string, unknown>) : null,
    filePermission: typeof o.filePermission === 'number' && o.filePermission !== 0 ? o.filePermission : null,
    encoding: text(o.encoding),
  };
};

const BOOLEANS = /^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;

/**
 * Read the attributes of a mount request: the class's parameters and what is known of the Pod.
 * Source: vault-csi-provider 1.7.4: internal/config/config.go.
 * @returns the parameters, or the provider's words for what is wrong
 */
export const readParameters = (attributes: string): Parameters | { readonly error: string } => {
  const given = JSON.parse(attributes) as Readonly<Record<string, string>>;
  const { vaultKubernetesMountPath, vaultAuthMountPath, vaultSkipTLSVerify } = given;
  if (vaultKubernetesMountPath !== undefined && vaultAuthMountPath !== undefined)
    return { error: 'cannot set both vaultKubernetesMountPath and vaultAuthMountPath' };
  if (vaultSkipTLSVerify !== undefined && !BOOLEANS.test(vaultSkipTLSVerify))
    return { error: `strconv.ParseBool: parsing ${JSON.stringify(vaultSkipTLSVerify)}: invalid syntax` };
  const read = readKubernetesYaml(given.objects ?? '');
  if ('error' in read) return read;
  const list = Array.isArray(read.value) ? read.value : [];
  const parameters: Parameters = {
    address: given.vaultAddress ?? '',
    role: given.roleName ?? '',
    mount: vaultKubernetesMountPath ?? vaultAuthMountPath ?? '',
    namespace: given.vaultNamespace ?? '',
    audience: given.audience ?? '',
    secrets: list.map(objectOf),
    pod: {
      name: given['csi.storage.k8s.io/pod.name'] ?? '',
      uid: given['csi.storage.k8s.io/pod.uid'] ?? '',
      namespace: given['csi.storage.k8s.io/pod.namespace'] ?? '',
      account: given['csi.storage.k8s.io/serviceAccount.name'] ?? '',
    },
  };
  const error = invalid(parameters);
  return error === null ? parameters : { error };
};

const invalid = ({ role, secrets }: Parameters): string | null => {
  if (role === '') return "missing 'roleName' in SecretProviderClass definition";
  if (secrets.length === 0) return 'no secrets configured - the provider will not read any secret material';
  const names = secrets.map(({ objectName }) => objectName);
  const twice = names.filter((name, i) => names.indexOf(name) < i);
  return twice.length === 0
    ? null
    : `each \`objectName\` within a SecretProviderClass must be unique, but the following keys were duplicated: ${twice.join(', ')}`;
};

/** Everything that makes two mount requests share one Vault token: the class's parameters and the Pod, not the objects. */
export const cacheKey = ({ secrets: _, ...rest }: Parameters): string => JSON.stringify(rest);
