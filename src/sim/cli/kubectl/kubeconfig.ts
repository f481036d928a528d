import { readKubernetesYaml } from '../../yaml/kubernetes-yaml.ts';
import { type Run, readText, writeText } from '../program.ts';
import { SERVER } from './client.ts';
import { listAt, textAt } from './objects/json.ts';
import { structured } from './output/structured.ts';

/** Where it is, below the home directory. */
export const KUBECONFIG = '.kube/config';
const FILE = `~/${KUBECONFIG}`;
export const CONTEXT = 'admin@kubernetes';
export const CLUSTER = 'kubernetes';
export const USER = 'admin';

/** The kubeconfig of the operator, secrets left out. @param namespace of its one context; '' when none is set */
export const kubeconfig = (namespace: string) => ({
  apiVersion: 'v1',
  clusters: [{ cluster: { 'certificate-authority-data': 'DATA+OMITTED', server: SERVER }, name: CLUSTER }],
  contexts: [{ context: { cluster: CLUSTER, ...(namespace !== '' && { namespace }), user: USER }, name: CONTEXT }],
  'current-context': CONTEXT,
  kind: 'Config',
  users: [{ name: USER, user: { token: 'REDACTED' } }],
});

/** Namespace of the context in a kubeconfig; '' when there is no file, or none is set. */
export const namespaceIn = (text: string | null): string => {
  const read = readKubernetesYaml(text ?? '');
  return 'error' in read ? '' : textAt(listAt(read.value, 'contexts')[0], 'context', 'namespace');
};

/** The same, of the operator's. The file is there only where a namespace has been set. */
export function* contextNamespace(): Run<string> {
  return namespaceIn(yield* readText(FILE));
}

export function* setContextNamespace(namespace: string): Run<void> {
  yield* writeText(FILE, structured('yaml', kubeconfig(namespace)), '0600');
}
