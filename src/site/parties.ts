import type { PartyKind } from '../content-check/play.ts';

/** How a party appears, the same everywhere: its name and the Lucide icon that is its shape. Its hue is `--<kind>`. */
export const parties: Readonly<Record<PartyKind, { readonly name: string; readonly icon: string }>> = {
  operator: { name: 'Operator', icon: 'user-round' },
  workload: { name: 'Workload', icon: 'box' },
  agent: { name: 'Agent', icon: 'bot' },
  injector: { name: 'Injector', icon: 'syringe' },
  provider: { name: 'Provider', icon: 'truck' },
  kubernetes: { name: 'Kubernetes', icon: 'ship-wheel' },
  vault: { name: 'Vault', icon: 'vault' },
};
