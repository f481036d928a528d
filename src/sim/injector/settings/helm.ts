/**
 * From the values of HashiCorp's Helm chart to the injector's environment and the registration of its webhook.
 * vault-helm 0.34.1: values.yaml, templates/injector-deployment.yaml, templates/injector-mutating-webhook.yaml
 */
import type { InstallOptions } from '../install.ts';
import { SETTINGS, type SettingName } from './settings.ts';

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

/** Settings whose value in the chart is copied as it stands; the chart's defaults are the injector's own. */
const COPIED = [
  'logLevel',
  'logFormat',
  'vaultAuthPath',
  'revokeOnShutdown',
  'cpuRequest',
  'cpuLimit',
  'memoryRequest',
  'memoryLimit',
  'ephemeralRequest',
  'ephemeralLimit',
  'defaultTemplate',
  'exitOnRetryFailure',
  'staticSecretRenderInterval',
] as const satisfies readonly SettingName[];

const copied = (values: HelmValues): readonly (readonly [variable: string, value: string])[] =>
  COPIED.map((name) => {
    const { env, helm, fallback } = SETTINGS[name];
    return [env, printed(values, helm, String(fallback))];
  });

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
    [SETTINGS.listen.env, `:${printed(values, 'injector.port', '8080')}`],
    [SETTINGS.vaultAddress.env, vaultAddress(values)],
    [SETTINGS.vaultImage.env, `${image('repository', 'hashicorp/vault')}:${image('tag', '2.0.4')}`],
    ...copied(values),
    [SETTINGS.setSecurityContext.env, isTrue(values, 'global.openshift', false) ? 'false' : ''],
    [SETTINGS.telemetryPath.env, isTrue(values, 'injector.metrics.enabled', false) ? '/metrics' : ''],
    [
      SETTINGS.useLeaderElector.env,
      isTrue(values, 'injector.leaderElector.enabled', true) && replicas > 1 ? 'true' : '',
    ],
  ] as const;
  return Object.fromEntries([
    ...variables.filter(([, value]) => value !== ''),
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
