import { sortedKeys } from '../../go/json-write.ts';
import { joinPath } from '../../go/path.ts';
import type { Agent } from '../agent/agent.ts';
import { ifTrue, joined, type Sourced, unlessEmpty } from '../agent/sourced.ts';
import { Refusal } from '../go/refusal.ts';
import type { Tree } from '../patch/tree.ts';
import { cacheAndListener } from './cache.ts';
import { telemetry } from './telemetry.ts';
import { templates } from './template.ts';

/** vault-k8s: agent-inject/agent/config.go `TokenFile`, `PidFile` */
export const TOKEN_FILE = '/home/vault/.vault-token';
const PID_FILE = '/home/vault/.pid';

const words = (list: Sourced<string>): Tree => (list.value === '' ? undefined : list.map((text) => text.split(',')));

const autoAuth = (agent: Agent): Tree => {
  const text = (name: string): Sourced<string> => agent.annotations.text(name);
  const volumePath = text('secret-volume-path');
  const method = {
    type: text('auth-type'),
    mount_path: unlessEmpty(text('auth-path')),
    min_backoff: unlessEmpty(text('auth-min-backoff')),
    max_backoff: unlessEmpty(text('auth-max-backoff')),
    namespace: unlessEmpty(text('namespace')),
    config: Object.keys(agent.authConfig).length === 0 ? undefined : sortedKeys(agent.authConfig),
    exit_on_err: ifTrue(agent.autoAuthExitOnErr),
  };
  const extra = { path: joined(joinPath(volumePath.value, 'token'), agent.injectToken, volumePath) };
  return {
    method,
    sink: [
      { type: 'file', config: { path: TOKEN_FILE } },
      ...(agent.injectToken.value ? [{ type: 'file', config: extra }] : []),
    ],
  };
};

const vault = (agent: Agent): Tree => {
  const text = (name: string): Sourced<string> | undefined => unlessEmpty(agent.annotations.text(name));
  return {
    address: agent.annotations.text('service'),
    ca_cert: text('ca-cert'),
    ca_path: text('ca-key'),
    tls_skip_verify: ifTrue(agent.tlsSkipVerify),
    client_cert: text('client-cert'),
    client_key: text('client-key'),
    tls_server_name: text('tls-server-name'),
  };
};

const templateConfig = (agent: Agent): Tree => {
  const { maxConnectionsPerHost, leaseRenewalThreshold } = agent;
  if (!Number.isFinite(leaseRenewalThreshold.value)) {
    const sign = leaseRenewalThreshold.value < 0 ? '-' : '+';
    const printed = Number.isNaN(leaseRenewalThreshold.value) ? 'NaN' : `${sign}Inf`;
    throw new Refusal(`json: unsupported value: ${printed}`, leaseRenewalThreshold.from);
  }
  return {
    exit_on_retry_failure: agent.exitOnRetryFailure,
    static_secret_render_interval: unlessEmpty(agent.annotations.text('template-static-secret-render-interval')),
    max_connections_per_host: maxConnectionsPerHost.value === 0 ? undefined : maxConnectionsPerHost,
    lease_renewal_threshold: leaseRenewalThreshold.value === 0 ? undefined : leaseRenewalThreshold,
  };
};

/**
 * The configuration that a Vault Agent container is started with, keys in the order in which they are written.
 * vault-k8s: agent-inject/agent/config.go `newConfig`
 * @param init for the init container, which exits after login and rendering
 * @throws Refusal for a number that JSON cannot hold
 */
export const agentConfig = (agent: Agent, init: boolean): Tree => ({
  auto_auth: autoAuth(agent),
  exit_after_auth: init,
  pid_file: PID_FILE,
  vault: vault(agent),
  template: templates(agent),
  ...cacheAndListener(agent, init),
  template_config: templateConfig(agent),
  disable_idle_connections: words(agent.annotations.text('agent-disable-idle-connections')),
  disable_keep_alives: words(agent.annotations.text('agent-disable-keep-alives')),
  telemetry: telemetry(agent),
});
