import { forbiddenError } from '../api/status.ts';
import { type Container, podSpecOf } from '../pod/types.ts';
import { readFrom, suffix } from '../store/store.ts';
import type { Admission } from './admission.ts';

/** Where every Pod finds its token. */
export const TOKEN_MOUNT_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Lifetime asked for the token that is mounted unasked; the number also marks it (kubernetes: WarnOnlyBoundTokenExpirationPeriod). */
export const WARN_ONLY_SECONDS = 3607;

/** Give a Pod its account and the account's token (kubernetes: plugin/pkg/admission/serviceaccount). In place. */
export const serviceAccount = ({
  state,
  kind,
  operation,
  namespace,
  name,
  subresource,
  object,
  random,
}: Admission): void => {
  if (kind.kind !== 'Pod' || operation !== 'CREATE' || subresource !== '' || !object) return;
  const spec = podSpecOf(object);
  const account = spec.serviceAccountName || 'default';
  spec.serviceAccountName = account;
  spec.serviceAccount = account;
  const found = readFrom(state.store, 'serviceaccounts', namespace, account);
  if (!found)
    throw forbiddenError(
      { group: '', name: 'pods' },
      name,
      `error looking up service account ${namespace}/${account}: serviceaccount ${JSON.stringify(account)} not found`,
    );
  const pullSecrets = found.imagePullSecrets as { name?: string }[] | undefined;
  if ((spec.imagePullSecrets ?? []).length === 0 && pullSecrets) spec.imagePullSecrets = pullSecrets;
  const automount =
    spec.automountServiceAccountToken ?? (found.automountServiceAccountToken as boolean | undefined) ?? true;
  if (!automount) return;
  const existing = (spec.volumes ?? []).find((v) => v.name.startsWith('kube-api-access-'));
  const volume = existing?.name ?? `kube-api-access-${suffix(random)}`;
  let used = false;
  const mount = (container: Container): void => {
    if (container.volumeMounts?.some((m) => m.mountPath === TOKEN_MOUNT_PATH)) return;
    container.volumeMounts = [
      ...(container.volumeMounts ?? []),
      { name: volume, readOnly: true, mountPath: TOKEN_MOUNT_PATH },
    ];
    used = true;
  };
  for (const container of [...(spec.initContainers ?? []), ...(spec.containers ?? [])]) mount(container);
  if (!used || existing) return;
  spec.volumes = [
    ...(spec.volumes ?? []),
    {
      name: volume,
      projected: {
        sources: [
          { serviceAccountToken: { expirationSeconds: WARN_ONLY_SECONDS, path: 'token' } },
          { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
          {
            downwardAPI: {
              items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }],
            },
          },
        ],
        defaultMode: 420,
      },
    },
  ];
};
