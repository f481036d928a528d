import type { Party } from './story.ts';

/** Where a container's program runs: `pods/<namespace>/<pod>/<container>`, and what it starts below that. */
const CONTAINER = /^pods?\/([^/]+)\/([^/]+)\/([^/]+)/;
const POD = /^pods?\/([^/]+)\/([^/]+)$/;

const FIXED: Readonly<Record<string, Party>> = {
  operator: { id: 'operator', kind: 'operator', name: 'Operator' },
  vault: { id: 'vault', kind: 'vault', name: 'Vault' },
  kubernetes: { id: 'kubernetes', kind: 'kubernetes', name: 'Kubernetes API' },
  injector: { id: 'injector', kind: 'injector', name: 'Injector' },
};

const AGENT_INIT: Party = { id: 'agent-init', kind: 'agent', name: 'Agent (init)' };
const AGENT: Party = { id: 'agent', kind: 'agent', name: 'Agent' };
const WORKLOAD: Party = { id: 'workload', kind: 'workload', name: 'Workload' };
const CSI_DRIVER: Party = { id: 'csi-driver', kind: 'provider', name: 'CSI driver' };
const CSI_PROVIDER: Party = { id: 'csi-provider', kind: 'provider', name: 'Vault provider' };
const SECRETS_OPERATOR: Party = { id: 'secrets-operator', kind: 'provider', name: 'Secrets Operator' };

/** Containers that are not the workload's, by the names that the injector and the charts give them. */
const CONTAINERS: Readonly<Record<string, Party>> = {
  'vault-agent-init': AGENT_INIT,
  'vault-agent': AGENT,
  'secrets-store': CSI_DRIVER,
  'vault-csi-provider': CSI_PROVIDER,
};
/** Pods of the operator's Deployment; its container is called `manager`, like many. */
const OPERATOR_POD = /^vault-secrets-operator-/;

const containerParty = (pod: string, container: string): Party =>
  CONTAINERS[container] ?? (OPERATOR_POD.test(pod) ? SECRETS_OPERATOR : WORKLOAD);

/** Which party an actor or a place belongs to; kubelet and the controllers count as Kubernetes. */
export const partyOf = (actor: string, place: string): Party => {
  const c = CONTAINER.exec(actor) ?? CONTAINER.exec(place);
  if (c) return containerParty(c[2] ?? '', c[3] ?? '');
  if (POD.test(place)) return WORKLOAD;
  const head = place.split('/')[0] ?? '';
  return (
    FIXED[place] ??
    FIXED[head] ??
    (actor === '' ? FIXED.operator : FIXED.kubernetes) ?? { id: place, kind: 'kubernetes', name: place }
  );
};

/** Sockets of the CSI driver and of its providers, by the names that stand for them. */
const SOCKETS: readonly (readonly [RegExp, Party])[] = [
  [/\.secrets-store\.csi\.k8s\.io(:|$)/, CSI_DRIVER],
  [/\.vault\.secrets-store-csi-provider(:|$)/, CSI_PROVIDER],
];

/** Which party a request goes to. @param origin as it was called; a Pod's place does not say which container listens */
export const serverOf = (origin: string, place: string): Party =>
  SOCKETS.find(([socket]) => socket.test(origin))?.[1] ?? partyOf('server', place);

/** The lanes from left to right. */
const LANES: readonly Party[] = [
  FIXED.operator,
  WORKLOAD,
  AGENT_INIT,
  AGENT,
  CSI_DRIVER,
  CSI_PROVIDER,
  SECRETS_OPERATOR,
  FIXED.vault,
  FIXED.kubernetes,
  FIXED.injector,
].flatMap((party) => (party ? [party] : []));

/** Whether a party is meant by a name: its id, or what it is (`agent` is both Agents of a Pod). */
export const isParty = (id: string, name: string): boolean =>
  id === name || LANES.some((party) => party.id === id && party.kind === name);

/** The parties that take part in exchanges, as lanes from left to right. */
export const partiesOf = (exchanges: readonly { readonly from: string; readonly to: string }[]): Party[] => {
  const present = new Set(exchanges.flatMap((e) => [e.from, e.to]));
  return LANES.filter(({ id }) => present.has(id));
};
