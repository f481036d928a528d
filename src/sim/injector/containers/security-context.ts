import type { Agent } from '../agent/agent.ts';
import { joined } from '../agent/sourced.ts';
import type { Tree } from '../patch/tree.ts';

/** vault-k8s: agent-inject/agent/container_sidecar.go `securityContext` */
export const securityContext = ({ runAsUser, runAsGroup, setSecurityContext }: Agent): Tree =>
  setSecurityContext.value
    ? {
        capabilities: { drop: ['ALL'] },
        runAsUser,
        runAsGroup,
        runAsNonRoot: joined(runAsUser.value !== 0 && runAsGroup.value !== 0, runAsUser, runAsGroup),
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
      }
    : undefined;
