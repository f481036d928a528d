import { quote } from '../../go/quote.ts';
import { keyOf } from '../annotations/index.ts';
import type { Integer } from '../go/parse.ts';
import { parseBool } from '../go/parse.ts';
import { Refusal } from '../go/refusal.ts';
import { containersOf, type Pod } from '../pod.ts';
import type { Settings } from '../settings/settings.ts';
import type { Agent } from './agent.ts';
import { type Annotations, reading } from './annotations.ts';
import { authConfig, telemetryConfig } from './parameters.ts';
import { readSecrets } from './secrets.ts';
import { findAwsTokenMount, findTokenVolume } from './service-account.ts';
import { joined, Sourced } from './sourced.ts';

/** The user id of the Agent: the first container's own where the Pod asks for the same. */
const sameUser = (pod: Pod, same: Sourced<boolean>, asked: Sourced<Integer>): Sourced<Integer> => {
  if (!same.value) return asked;
  const refuse = (text: string): never => {
    throw new Refusal(text, same.from);
  };
  const first = containersOf(pod)[0] ?? refuse('No containers found in Pod Spec');
  const context = first.securityContext ?? refuse('No SecurityContext found for Container 0');
  const user = context.runAsUser ?? refuse("RunAsUser is nil for Container 0's SecurityContext");
  return user === 0 ? refuse('container not allowed to run as root') : same.map(() => user);
};

const shareProcessNamespace = (pod: Pod, annotations: Annotations): Sourced<boolean> | undefined => {
  const name = 'agent-share-process-namespace';
  if (!annotations.has(name)) return undefined;
  const share = reading(annotations.text(name), (text) => {
    try {
      return parseBool(text);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(`invalid value ${text} for annotation ${quote(keyOf(name))}, err=${error.message}`);
    }
  });
  if (share.value && pod.spec?.shareProcessNamespace === false)
    throw new Refusal('shareProcessNamespace explicitly disabled on the pod, refusing to enable it', share.from);
  return share;
};

const defaultTemplate = (annotations: Annotations): Sourced<string> =>
  reading(annotations.text('agent-inject-default-template'), (text) => {
    const type = text.toLowerCase();
    if (type !== 'map' && type !== 'json') throw new Refusal(`invalid default template type: ${type}`);
    return type;
  });

/**
 * Reads all annotations, in the order of the real program: of several mistakes the first in this order is reported.
 * vault-k8s: agent-inject/agent/agent.go `New`
 * @throws Refusal
 */
export const newAgent = (pod: Pod, annotations: Annotations, settings: Settings): Agent => {
  const tokenVolume = findTokenVolume(pod, annotations);
  const awsTokenMount = annotations.text('auth-type').value === 'aws' ? findAwsTokenMount(pod) : undefined;
  const secrets = readSecrets(annotations);
  annotations.bool('agent-inject');
  const initFirst = annotations.bool('agent-init-first');
  const prePopulate = annotations.bool('agent-pre-populate');
  const prePopulateOnly = annotations.bool('agent-pre-populate-only');
  const revokeOnShutdown = annotations.bool('agent-revoke-on-shutdown');
  const revokeGrace = annotations.uint('agent-revoke-grace');
  const tlsSkipVerify = annotations.bool('tls-skip-verify');
  const askedUser = annotations.int('agent-run-as-user');
  const runAsGroup = annotations.int('agent-run-as-group');
  const runAsUser = sameUser(pod, annotations.bool('agent-run-as-same-user'), askedUser);
  const share = shareProcessNamespace(pod, annotations);
  const setSecurityContext = annotations.bool('agent-set-security-context');
  const cacheEnable = annotations.bool('agent-cache-enable');
  const cacheExitOnErr = annotations.bool('agent-cache-exit-on-err');
  const template = defaultTemplate(annotations);
  const injectToken = annotations.bool('agent-inject-token');
  const exitOnRetryFailure = annotations.bool('template-config-exit-on-retry-failure');
  const maxConnectionsPerHost = annotations.int('template-max-connections-per-host');
  const leaseRenewalThreshold = annotations.float('template-lease-renewal-threshold');
  const enableQuit = annotations.bool('agent-enable-quit');
  const autoAuthExitOnErr = annotations.bool('agent-auto-auth-exit-on-err');
  return {
    pod,
    annotations,
    tokenVolume,
    awsTokenMount,
    secrets,
    authConfig: authConfig(annotations, tokenVolume),
    telemetry: telemetryConfig(annotations),
    initFirst,
    prePopulate,
    prePopulateOnly,
    revokeOnShutdown,
    containers: annotations.text('agent-inject-containers').map((text) => text.split(',')),
    revokeGrace,
    tlsSkipVerify,
    runAsUser,
    runAsGroup,
    shareProcessNamespace: share,
    setSecurityContext,
    cacheEnable,
    cachePersist: joined(
      cacheEnable.value && prePopulate.value && !prePopulateOnly.value,
      cacheEnable,
      prePopulate,
      prePopulateOnly,
    ),
    cacheExitOnErr,
    defaultTemplate: template,
    injectToken,
    exitOnRetryFailure,
    maxConnectionsPerHost,
    leaseRenewalThreshold,
    enableQuit,
    autoAuthExitOnErr,
    caCertBytes: new Sourced(settings.vaultCaCertBytes, ['AGENT_INJECT_VAULT_CACERT_BYTES']),
  };
};
