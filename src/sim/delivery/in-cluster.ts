import type { Effect } from '../kernel/effects.ts';
import { worldPath } from '../kubernetes/kubelet/app-machine.ts';
import type { Launch } from '../kubernetes/kubelet/programs.ts';

/** Where a container finds its ServiceAccount. Source: kubernetes/client-go: rest/config.go (InClusterConfig). */
const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Reads the token of the Pod's own ServiceAccount; the answer is `file.content` with the id `token`. */
export const readAccountToken = (launch: Launch): Effect => ({
  type: 'read',
  params: { id: 'token', path: worldPath(launch, `${ACCOUNT}/token`) },
});

/** A line of the container's log. */
export const line = (text: string, level: 'debug' | 'info' | 'warn' | 'error' = 'info', logger = ''): Effect => ({
  type: 'log',
  params: { text, level, logger },
});

/** The value of a Go flag, `-name=value` or `--name=value`; a flag without a value is `true`. */
export const flag = (launch: Launch, name: string): string | undefined => {
  for (const word of [...launch.command, ...launch.args]) {
    const m = /^--?([\w-]+)(?:=(.*))?$/s.exec(word);
    if (m?.[1] === name) return m[2] ?? 'true';
  }
  return undefined;
};
