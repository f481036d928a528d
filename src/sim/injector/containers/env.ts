import { writeJson } from '../../go/json-write.ts';
import { base64, fromBase64, fromUtf8, utf8 } from '../../jwt/base64.ts';
import type { Agent } from '../agent/agent.ts';
import { Sourced, unlessEmpty } from '../agent/sourced.ts';
import { agentConfig } from '../config/agent-config.ts';
import { Encoded, resolve, type Tree } from '../patch/tree.ts';
import { containersOf } from '../pod.ts';

const fromField = (name: string, fieldPath: string): Tree => ({ name, valueFrom: { fieldRef: { fieldPath } } });

const variables = (agent: Agent, pairs: readonly (readonly [name: string, annotation: string])[]): readonly Tree[] =>
  pairs.flatMap(([name, annotation]) => {
    const value = unlessEmpty(agent.annotations.text(annotation));
    return value ? [{ name, value }] : [];
  });

const ofAnnotations = (agent: Agent): readonly Tree[] =>
  variables(agent, [
    ['GOMAXPROCS', 'go-max-procs'],
    ['VAULT_CLIENT_TIMEOUT', 'client-timeout'],
    ['VAULT_MAX_RETRIES', 'client-max-retries'],
    ['VAULT_LOG_LEVEL', 'log-level'],
    ['VAULT_LOG_FORMAT', 'log-format'],
    ['HTTPS_PROXY', 'proxy-address'],
  ]);

/** The Agent's whole configuration in one variable. */
const configuration = (agent: Agent, init: boolean): Tree => {
  const { value, causes } = resolve(agentConfig(agent, init));
  return { name: 'VAULT_CONFIG', value: new Encoded(base64(utf8(writeJson(value))), causes) };
};

/** With a ConfigMap the address and certificates of Vault come as variables: its configuration may lack them. */
const besideConfigMap = (agent: Agent): readonly Tree[] => [
  ...variables(agent, [
    ['VAULT_ADDR', 'service'],
    ['VAULT_CACERT', 'ca-cert'],
    ['VAULT_CAPATH', 'ca-key'],
    ['VAULT_CLIENT_CERT', 'client-cert'],
    ['VAULT_CLIENT_KEY', 'client-key'],
  ]),
  { name: 'VAULT_SKIP_VERIFY', value: agent.tlsSkipVerify.map(String) },
  ...variables(agent, [['VAULT_TLS_SERVER_NAME', 'tls-server-name']]),
];

const decodedIfBase64 = (text: string): string => {
  const decoded = fromBase64(text);
  return 'bytes' in decoded ? fromUtf8(decoded.bytes) : text;
};

const AWS = new Set(['AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_DEFAULT_REGION', 'AWS_REGION']);

/** With auth type `aws`: what EKS has put into the application's environment. In byte order; really at random. */
const ofAws = (agent: Agent): readonly Tree[] => {
  const type = agent.annotations.text('auth-type');
  if (type.value !== 'aws') return [];
  const found = new Map<string, string>();
  for (const { env } of containersOf(agent.pod))
    for (const { name = '', value = '' } of env ?? []) if (AWS.has(name) && !found.has(name)) found.set(name, value);
  const region = agent.authConfig.region;
  return [
    ...[...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => ({ name, value: new Sourced(value, type.from) })),
    ...(region ? [{ name: 'AWS_REGION', value: region }] : []),
  ].map(({ name, value }) => (value.value === '' ? { name } : { name, value }));
};

/** Environment of an Agent container in its order. vault-k8s: agent-inject/agent/container_env.go */
export const environment = (agent: Agent, init: boolean): readonly Tree[] => [
  fromField('NAMESPACE', 'metadata.namespace'),
  fromField('HOST_IP', 'status.hostIP'),
  fromField('POD_IP', 'status.podIP'),
  ...ofAnnotations(agent),
  ...(agent.annotations.text('agent-configmap').value === '' ? [configuration(agent, init)] : besideConfigMap(agent)),
  ...(agent.caCertBytes.value === ''
    ? []
    : [{ name: 'VAULT_CACERT_BYTES', value: agent.caCertBytes.map(decodedIfBase64) }]),
  ...ofAws(agent),
];
