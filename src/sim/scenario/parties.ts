import type { Party, PartyKind } from './story.ts';

/** Where a container's program runs: `pods/<namespace>/<pod>/<container>`. */
const CONTAINER = /^pods?\/([^/]+)\/([^/]+)\/([^/]+)/;
const POD = /^pods?\/([^/]+)\/([^/]+)$/;

const FIXED: Readonly<Record<string, Party>> = {
  operator: { id: 'operator', kind: 'operator', name: 'Operator' },
  vault: { id: 'vault', kind: 'vault', name: 'Vault' },
  kubernetes: { id: 'kubernetes', kind: 'kubernetes', name: 'Kubernetes API' },
  injector: { id: 'injector', kind: 'injector', name: 'Injector' },
};

const KINDS: readonly (readonly [RegExp, PartyKind])[] = [
  [/^vault-agent/, 'agent'],
  [/./, 'workload'],
];

const kindOf = (container: string): PartyKind => KINDS.find(([p]) => p.test(container))?.[1] ?? 'workload';

/** Which party an actor or a place belongs to; kubelet and the controllers count as Kubernetes. */
export const partyOf = (actor: string, place: string): Party => {
  const c = CONTAINER.exec(actor) ?? CONTAINER.exec(place);
  if (c) {
    const [, , , container = ''] = c;
    const kind = kindOf(container);
    if (kind === 'agent') return { id: 'agent', kind, name: 'Vault Agent' };
    return { id: 'workload', kind, name: 'Workload' };
  }
  if (POD.test(place)) return { id: 'workload', kind: 'workload', name: 'Workload' };
  const head = place.split('/')[0] ?? '';
  return (
    FIXED[place] ??
    FIXED[head] ??
    (actor === '' ? FIXED.operator : FIXED.kubernetes) ?? { id: place, kind: 'kubernetes', name: place }
  );
};

/** The order of the lanes. */
const ORDER: readonly PartyKind[] = ['operator', 'workload', 'agent', 'vault', 'kubernetes', 'injector'];

const NAMES: Readonly<Record<PartyKind, string>> = {
  operator: 'Operator',
  workload: 'Workload',
  agent: 'Vault Agent',
  vault: 'Vault',
  kubernetes: 'Kubernetes API',
  injector: 'Injector',
};

/** The parties that take part in exchanges, as lanes from left to right. */
export const partiesOf = (exchanges: readonly { readonly from: string; readonly to: string }[]): Party[] => {
  const present = new Set(exchanges.flatMap((e) => [e.from, e.to]));
  return ORDER.filter((kind) => present.has(kind)).map((kind) => ({ id: kind, kind, name: NAMES[kind] }));
};
