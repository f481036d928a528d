import type { Fault } from '../fault.ts';
import { agentVaultCut } from './agent-vault-cut.ts';
import { agentVaultNoSuchHost } from './agent-vault-no-such-host.ts';
import { agentVaultRefused } from './agent-vault-refused.ts';
import { kubeletKubernetesCut } from './kubelet-kubernetes-cut.ts';
import { kubernetesInjectorCut } from './kubernetes-injector-cut.ts';
import { operatorKubernetesCut } from './operator-kubernetes-cut.ts';
import { operatorVaultCut } from './operator-vault-cut.ts';
import { vaultDatabaseCut } from './vault-database-cut.ts';
import { vaultKubernetesCut } from './vault-kubernetes-cut.ts';
import { vaultKubernetesRefused } from './vault-kubernetes-refused.ts';
import { vaultLatency } from './vault-latency.ts';
import { vaultLoss } from './vault-loss.ts';

/** In the order of the catalogue. */
export const NETWORK_FAULTS: readonly Fault[] = [
  vaultKubernetesCut,
  vaultKubernetesRefused,
  agentVaultCut,
  agentVaultRefused,
  agentVaultNoSuchHost,
  operatorVaultCut,
  operatorKubernetesCut,
  kubernetesInjectorCut,
  kubeletKubernetesCut,
  vaultLatency,
  vaultLoss,
  vaultDatabaseCut,
];
