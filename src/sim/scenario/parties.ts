import type { Party } from './story.ts';

/** Where a container's program runs: `pods/<namespace>/<pod>/<container>`. */
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

/** The containers that the injector adds have these names; whatever else a Pod runs is the workload. */
const containerParty = (container: string): Party =>
  container === 'vault-agent-init' ? AGENT_INIT : container === 'vault-agent' ? AGENT : WORKLOAD;

/** Which party an actor or a place belongs to; kubelet and the controllers count as Kubernetes. */
export const partyOf = (actor: string, place: string): Party => {
  const c = CONTAINER.exec(actor) ?? CONTAINER.exec(place);
  if (c) return containerParty(c[3] ?? '');
  if (POD.test(place)) return WORKLOAD;
  const head = place.split('/')[0] ?? '';
  return (
    FIXED[place] ??
    FIXED[head] ??
    (actor === '' ? FIXED.operator : FIXED.kubernetes) ?? { id: place, kind: 'kubernetes', name: place }
  );
};

/** The lanes from left to right. */
const LANES: readonly Party[] = [
  FIXED.operator,
  WORKLOAD,
  AGENT_INIT,
  AGENT,
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
