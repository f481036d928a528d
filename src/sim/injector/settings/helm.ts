/**
 * From the values of HashiCorp's Helm chart to the injector's environment and the registration of its webhook.
 * vault-helm 0.34.1: values.yaml, templates/injector-deployment.yaml, templates/injector-mutating-webhook.yaml
 */
import type { InstallOptions } from '../install.ts';

/** Values as in a `values.yaml`: anything may be missing. */
export type HelmValues = { readonly [key: string]: unknown };

const at = (values: HelmValues, path: string): unknown => {
  let found: unknown = values;
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as HelmValues)[name];
  }
  return found;
};

/** A value as a template prints it; null and what is missing are the chart's own default. */
const printed = (values: HelmValues, path: string, fallback: string): string => {
  const found = at(values, path);
  return found === undefined || found === null ? fallback : String(found);
};

const isTrue = (values: HelmValues, path: string, fallback: boolean): boolean =>
  printed(values, path, String(fallback)) === 'true';

/** Variables that carry one value as it stands. */
const COPIED: readonly (readonly [variable: string, path: string, fallback: string])[] = [
  ['LOG_LEVEL', 'injector.logLevel', 'info'],
  ['LOG_FORMAT', 'injector.logFormat', 'standard'],
  ['VAULT_AUTH_PATH', 'injector.authPath', 'auth/kubernetes'],
  ['REVOKE_ON_SHUTDOWN', 'injector.revokeOnShutdown', 'false'],
  ['CPU_REQUEST', 'injector.agentDefaults.cpuRequest', '250m'],
  ['CPU_LIMIT', 'injector.agentDefaults.cpuLimit', '500m'],
  ['MEM_REQUEST', 'injector.agentDefaults.memRequest', '64Mi'],
  ['MEM_LIMIT', 'injector.agentDefaults.memLimit', '128Mi'],
  ['EPHEMERAL_REQUEST', 'injector.agentDefaults.ephemeralRequest', ''],
  ['EPHEMERAL_LIMIT', 'injector.agentDefaults.ephemeralLimit', ''],
  ['DEFAULT_TEMPLATE', 'injector.agentDefaults.template', 'map'],
  ['TEMPLATE_CONFIG_EXIT_ON_RETRY_FAILURE', 'injector.agentDefaults.templateConfig.exitOnRetryFailure', 'true'],
  ['TEMPLATE_STATIC_SECRET_RENDER_INTERVAL', 'injector.agentDefaults.templateConfig.staticSecretRenderInterval', ''],
];

const vaultAddress = (values: HelmValues): string => {
  const external = printed(values, 'global.externalVaultAddr', '') || printed(values, 'injector.externalVaultAddr', '');
  if (external !== '') return external;
  const scheme = isTrue(values, 'global.tlsDisable', true) ? 'http' : 'https';
  return `${scheme}://vault.vault.svc:${printed(values, 'server.service.port', '8200')}`;
};

/**
 * The variables that the chart sets for a release `vault` in namespace `vault`. What `injector.extraEnvironmentVars`
 * says comes last and so wins.
 */
export const environmentFromHelm = (values: HelmValues = {}): Readonly<Record<string, string>> => {
  const extra = at(values, 'injector.extraEnvironmentVars');
  const replicas = Number(printed(values, 'injector.replicas', '1'));
  const image = (part: string, fallback: string): string => printed(values, `injector.agentImage.${part}`, fallback);
  const variables = [
    ['LISTEN', `:${printed(values, 'injector.port', '8080')}`],
    ['VAULT_ADDR', vaultAddress(values)],
    ['VAULT_IMAGE', `${image('repository', 'hashicorp/vault')}:${image('tag', '2.0.4')}`],
    ...COPIED.map(([variable, path, fallback]) => [variable, printed(values, path, fallback)] as const),
    ['SET_SECURITY_CONTEXT', isTrue(values, 'global.openshift', false) ? 'false' : ''],
    ['TELEMETRY_PATH', isTrue(values, 'injector.metrics.enabled', false) ? '/metrics' : ''],
    ['USE_LEADER_ELECTOR', isTrue(values, 'injector.leaderElector.enabled', true) && replicas > 1 ? 'true' : ''],
  ] as const;
  return Object.fromEntries([
    ...variables.filter(([, value]) => value !== '').map(([name, value]) => [`AGENT_INJECT_${name}`, value] as const),
    ...Object.entries(typeof extra === 'object' && extra !== null ? extra : {}).map(
      ([name, value]) => [name, String(value)] as const,
    ),
  ]);
};

/** How the chart registers the webhook. @param authority PEM of the authority of the injector's certificate */
export const installFromHelm = (values: HelmValues, authority: string): InstallOptions => {
  const of = (name: string): unknown => at(values, `injector.webhook.${name}`) ?? at(values, `injector.${name}`);
  const selector = of('namespaceSelector');
  return {
    authority,
    failurePolicy: of('failurePolicy') === 'Fail' ? 'Fail' : 'Ignore',
    timeoutSeconds: Number(of('timeoutSeconds') ?? 30),
    ...(typeof selector === 'object' && selector !== null && { namespaceSelector: selector }),
  };
};

/** A default installation, with the image of the Agent that this model knows. */
export const HELM_ENVIRONMENT = environmentFromHelm({ injector: { agentImage: { tag: '1.19.5' } } });
