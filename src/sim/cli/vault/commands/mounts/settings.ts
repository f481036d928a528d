/** Flags that set a mount up, and what is sent for them. (vault: command/secrets_enable.go, secrets_tune.go) */
import type { Call } from '../../command.ts';
import type { FlagSet } from '../../flags.ts';

export const TUNABLE: FlagSet = {
  'allowed-response-headers': 'list',
  'audit-non-hmac-request-keys': 'list',
  'audit-non-hmac-response-keys': 'list',
  'default-lease-ttl': 'duration',
  description: 'string',
  'listing-visibility': 'string',
  'max-lease-ttl': 'duration',
  options: 'map',
  'passthrough-request-headers': 'list',
  'plugin-version': 'string',
  'token-type': 'string',
  version: 'int',
};

const duration = (call: Call, name: string): string => {
  const given = call.flags.text(name);
  return given !== '' && /\d$/.test(given) ? `${given}s` : given;
};

/** Settings of a mount that were given, under the API's names. */
export const settings = (call: Call): Record<string, unknown> => {
  const { flags } = call;
  const lists = [
    'allowed-response-headers',
    'audit-non-hmac-request-keys',
    'audit-non-hmac-response-keys',
    'passthrough-request-headers',
  ];
  const texts = ['listing-visibility', 'token-type', 'plugin-version'];
  const named = (name: string): string => name.replaceAll('-', '_');
  return {
    default_lease_ttl: duration(call, 'default-lease-ttl'),
    max_lease_ttl: duration(call, 'max-lease-ttl'),
    ...Object.fromEntries(lists.filter((l) => flags.has(l)).map((l) => [named(l), flags.list(l)])),
    ...Object.fromEntries(texts.filter((t) => flags.has(t)).map((t) => [named(t), flags.text(t)])),
  };
};

export const optionsOf = (call: Call): Record<string, string> => ({
  ...call.flags.map('options'),
  ...(call.flags.has('version') && { version: call.flags.text('version') }),
});
