import type { Command } from '../kernel/index.ts';

/** Something that goes wrong in a running world, and can be put right again. */
export interface Fault {
  /** Permanent name, `kubernetes.apiserver.down`. */
  readonly id: string;
  readonly title: string;
  /** What happens, in a sentence or two. */
  readonly about: string;
  /** What each observer sees. */
  readonly observed: Readonly<
    Partial<Record<'client' | 'agent' | 'vault' | 'audit' | 'kubernetes' | 'kubectl', string>>
  >;
  readonly begin: readonly Command[];
  readonly end: readonly Command[];
}

/** A disturbance of the network as a fault's two commands. */
export const disturbance = (fault: Extract<Command, { type: 'fault' }>['fault']): Pick<Fault, 'begin' | 'end'> => ({
  begin: [{ type: 'fault', fault }],
  end: [{ type: 'heal', id: fault.id }],
});
