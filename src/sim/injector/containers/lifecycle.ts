import type { Agent } from '../agent/agent.ts';
import { joined, type Sourced } from '../agent/sourced.ts';
import type { Tree } from '../patch/tree.ts';

/** The sidecar revokes its own token before it ends. vault-k8s: agent-inject/agent/container_sidecar.go `createLifecycle` */
export const lifecycle = (agent: Agent): Tree => {
  if (!agent.revokeOnShutdown.value) return {};
  const text = (name: string): Sourced<string> => agent.annotations.text(name);
  const flags = [
    ['-address', text('service'), true],
    ['-ca-cert', text('ca-cert'), false],
    ['-client-cert', text('client-cert'), false],
    ['-client-key', text('client-key'), false],
  ] as const;
  const given = flags.filter(([, value, always]) => always || value.value !== '');
  const printed = [...given.map(([flag, { value }]) => `${flag}=${value}`), '-self'].join(' ');
  const command = `/bin/sleep ${agent.revokeGrace.value} && /bin/vault token revoke ${printed}`;
  return {
    preStop: {
      exec: {
        command: [
          '/bin/sh',
          '-c',
          joined(command, agent.revokeOnShutdown, agent.revokeGrace, ...given.map(([, value]) => value)),
        ],
      },
    },
  };
};
