/**
 * What an installation of the injector leaves in the cluster, as objects to apply.
 * vault-helm: templates/injector-mutating-webhook.yaml, injector-service.yaml
 */
import { base64, utf8 } from '../jwt/base64.ts';

const NAMESPACE = 'vault';
const SERVICE = 'vault-agent-injector-svc';
const LABELS = { 'app.kubernetes.io/name': 'vault-agent-injector', 'app.kubernetes.io/instance': 'vault' };

export interface InstallOptions {
  /** PEM of the authority of the injector's certificate: what the API server trusts. */
  readonly authority: string;
  /** What happens to Pods when the injector cannot be called. */
  readonly failurePolicy?: 'Ignore' | 'Fail';
  readonly namespaceSelector?: object;
  readonly timeoutSeconds?: number;
}

/** The registration of the webhook: every Pod that is created, except the injector's own. */
export const webhookConfiguration = (options: InstallOptions) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',
  metadata: { name: 'vault-agent-injector-cfg', labels: LABELS },
  webhooks: [
    {
      name: 'vault.hashicorp.com',
      failurePolicy: options.failurePolicy ?? 'Ignore',
      matchPolicy: 'Exact',
      sideEffects: 'None',
      timeoutSeconds: options.timeoutSeconds ?? 30,
      admissionReviewVersions: ['v1', 'v1beta1'],
      clientConfig: {
        service: { name: SERVICE, namespace: NAMESPACE, path: '/mutate' },
        caBundle: base64(utf8(options.authority)),
      },
      rules: [
        { operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], scope: 'Namespaced' },
      ],
      namespaceSelector: options.namespaceSelector ?? {},
      objectSelector: {
        matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'NotIn', values: ['vault-agent-injector'] }],
      },
    },
  ],
});

/** The Service through which the API server reaches the injector. */
export const webhookService = () => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: SERVICE, namespace: NAMESPACE, labels: LABELS },
  spec: { ports: [{ name: 'https', port: 443, targetPort: 8080 }], selector: { ...LABELS, component: 'webhook' } },
});
