import { at, type Narrator, textAt } from './narrator.ts';

/** gRPC has its errors in the body. */
const rpcError = (body: unknown): string | null =>
  at(body, 'code') === undefined ? null : `rpc error: code = ${textAt(body, 'code')} desc = ${textAt(body, 'message')}`;

const podOf = (body: unknown): string =>
  `${textAt(body, 'volume_context', 'csi.storage.k8s.io/pod.namespace')}/${textAt(body, 'volume_context', 'csi.storage.k8s.io/pod.name')}`;

/** Calls over the sockets of a node: kubelet to CSI driver, driver to provider. */
export const providerNarrators: readonly Narrator[] = [
  {
    method: /^POST$/,
    path: /\/NodePublishVolume$/,
    asks: ({ from, to, requestBody }) => `${from} asks ${to} to mount the volume of the Pod ${podOf(requestBody)}`,
    answers: ({ to }) => `${to} says it is mounted`,
    refuses: ({ responseBody }) => rpcError(responseBody),
  },
  {
    method: /^POST$/,
    path: /\/NodeUnpublishVolume$/,
    asks: ({ from, to }) => `${from} tells ${to} that the volume is no longer used`,
    answers: ({ to }) => `${to} removes its files`,
    refuses: ({ responseBody }) => rpcError(responseBody),
  },
  {
    method: /^POST$/,
    path: /CSIDriverProvider\/Mount$/,
    asks: ({ from, to }) => `${from} asks ${to} for the files of the SecretProviderClass`,
    answers: ({ to, responseBody }) => {
      const files = at(responseBody, 'files');
      const names = Array.isArray(files) ? files.map((file) => textAt(file, 'path')) : [];
      return `${to} hands out ${names.join(', ')}`;
    },
    refuses: ({ responseBody }) => rpcError(responseBody),
  },
];
