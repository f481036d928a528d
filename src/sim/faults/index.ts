import { AGENT_FAULTS } from './agent/index.ts';
import type { Fault, FaultGroup, Observer } from './fault.ts';
import { INJECTOR_FAULTS } from './injector/index.ts';
import { KUBERNETES_FAULTS } from './kubernetes/index.ts';
import { NETWORK_FAULTS } from './network/index.ts';
import { VAULT_FAULTS } from './vault/index.ts';

export { activeFaults, FAULT_BEGINS, FAULT_ENDS, faultCommands } from './change.ts';
export {
  FAULT_GROUPS,
  type Fault,
  FaultError,
  type FaultGroup,
  OBSERVERS,
  type Observer,
  type Sight,
} from './fault.ts';

const ALL: readonly Fault[] = [
  ...NETWORK_FAULTS,
  ...KUBERNETES_FAULTS,
  ...VAULT_FAULTS,
  ...INJECTOR_FAULTS,
  ...AGENT_FAULTS,
];

/** Every fault that can be injected, by its id, in the order of the catalogue. */
export const faults: Readonly<Record<string, Fault>> = Object.fromEntries(ALL.map((f) => [f.id, f]));

/** A fault as plain data, for pages. */
export interface FaultEntry {
  readonly id: string;
  readonly group: FaultGroup;
  readonly title: string;
  readonly about: string;
  /** It lasts until it is ended; false: it is over when it has begun. */
  readonly lasting: boolean;
  readonly observed: readonly { readonly by: Observer; readonly says: string; readonly text?: string }[];
  /** How everything recovers. */
  readonly recovery: { readonly itself: boolean; readonly says: string; readonly remedy?: string };
}

/** The catalogue as plain data. */
export const faultCatalogue = (): readonly FaultEntry[] =>
  ALL.map(({ id, group, title, about, observed, recovery, end }) => ({
    id,
    group,
    title,
    about,
    lasting: end !== null,
    observed: Object.entries(observed).map(([by, { says, text }]) => ({
      by: by as Observer,
      says,
      ...(text !== undefined && { text }),
    })),
    recovery: {
      itself: recovery.itself,
      says: recovery.says,
      ...(recovery.remedy !== undefined && { remedy: recovery.remedy }),
    },
  }));
