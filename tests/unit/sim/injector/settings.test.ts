import { describe, expect, it } from 'vitest';
import {
  environmentFromHelm,
  HELM_ENVIRONMENT,
  installFromHelm,
  settingsFromEnvironment,
  startError,
} from '../../../../src/sim/injector/index.ts';

const address = { AGENT_INJECT_VAULT_ADDR: 'http://vault:8200' };
const errorOf = (env: Readonly<Record<string, string>>): string | undefined => {
  const read = settingsFromEnvironment(env);
  return 'error' in read ? read.error : undefined;
};

describe("the injector's environment", () => {
  it('wins over flags, and an empty variable counts as none', () => {
    const read = settingsFromEnvironment(
      { ...address, AGENT_INJECT_RUN_AS_USER: '7', AGENT_INJECT_CPU_LIMIT: '' },
      { runAsUser: '5', cpuLimit: '1' },
    );
    expect(read).toMatchObject({ settings: { runAsUser: '7', cpuLimit: '1' } });
  });

  it('as Helm sets it lets the injector start', () => {
    expect(errorOf(HELM_ENVIRONMENT)).toBeUndefined();
  });

  it.each([
    [{}, 'No Vault service configured'],
    [
      { ...address, AGENT_INJECT_REVOKE_ON_SHUTDOWN: 'yes' },
      'Error parsing environment variables: cannot parse \'\' as bool: strconv.ParseBool: parsing "yes": invalid syntax',
    ],
    [
      { ...address, AGENT_INJECT_AUTH_MIN_BACKOFF: '5' },
      'Error parsing environment variables: time: missing unit in duration "5"',
    ],
    [{ ...address, AGENT_INJECT_DEFAULT_TEMPLATE: 'xml' }, 'Invalid default flag type: xml'],
    [{ ...address, AGENT_INJECT_LOG_LEVEL: 'loud' }, 'Error setting log level: unknown log level: loud'],
  ])('%j stops it', (env, said) => {
    expect(errorOf(env)).toBe(said);
  });

  it('checks the same when the settings come from flags alone', () => {
    const read = settingsFromEnvironment(address);
    expect('settings' in read && startError(read.settings)).toBeUndefined();
  });
});

describe("Helm's values", () => {
  it('become the environment that the chart writes', () => {
    const env = environmentFromHelm({
      global: { openshift: true, tlsDisable: false },
      injector: { port: 9090, agentImage: { tag: '1.21.1' }, agentDefaults: { cpuLimit: '1' }, replicas: 2 },
    });
    expect(env).toMatchObject({
      AGENT_INJECT_LISTEN: ':9090',
      AGENT_INJECT_VAULT_ADDR: 'https://vault.vault.svc:8200',
      AGENT_INJECT_VAULT_IMAGE: 'hashicorp/vault:1.21.1',
      AGENT_INJECT_CPU_LIMIT: '1',
      AGENT_INJECT_SET_SECURITY_CONTEXT: 'false',
      AGENT_INJECT_USE_LEADER_ELECTOR: 'true',
    });
    expect(env).not.toHaveProperty('AGENT_INJECT_TELEMETRY_PATH');
  });

  it('let extra variables win', () => {
    const env = environmentFromHelm({
      injector: { extraEnvironmentVars: { AGENT_INJECT_VAULT_ADDR: 'http://other:8200' } },
    });
    expect(env.AGENT_INJECT_VAULT_ADDR).toBe('http://other:8200');
  });

  it('decide what a missing injector means for Pods', () => {
    expect(installFromHelm({ injector: { webhook: { failurePolicy: 'Fail' } } }, 'pem')).toMatchObject({
      failurePolicy: 'Fail',
      timeoutSeconds: 30,
    });
    expect(installFromHelm({}, 'pem').failurePolicy).toBe('Ignore');
  });
});
