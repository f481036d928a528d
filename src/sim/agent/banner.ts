import { AGENT_VERSION } from './version.ts';

/** What the process prints to standard output around its start. Source: vault: command/agent.go. */

export const STARTED = '==> Vault Agent started! Log data will stream in below:\n';
export const SHUTDOWN = '==> Vault Agent shutdown triggered';
export const RELOAD = '==> Vault Agent config reload triggered';

const WIDTH = 24;

/** @param addresses of the listeners, `http://bufconn` for the one inside the process */
export const configurationBanner = (addresses: readonly string[], level: string): string => {
  const info: Record<string, string> = {
    cgo: 'disabled',
    'log level': level,
    version: `Vault v${AGENT_VERSION}`,
  };
  for (const [i, address] of addresses.entries()) info[`api address ${i + 1}`] = address;
  const lines = Object.keys(info)
    .sort()
    .map((key) => {
      const title = key.replace(/(^|\s)\S/g, (c) => c.toUpperCase());
      return `${' '.repeat(Math.max(0, WIDTH - key.length))}${title}: ${info[key]}`;
    });
  return `==> Vault Agent configuration:\n\n${lines.join('\n')}\n`;
};

export const versionNote = (server: string): string =>
  `==> Note: Vault Agent version does not match Vault server version. Vault Agent version: ${AGENT_VERSION}, Vault server version: ${server}`;
