import type { Command, Run, Time } from '../kernel/index.ts';
import type { Expectation } from '../scenario/expect/expectation.ts';

/** Where in the system a fault lies. */
export const FAULT_GROUPS = ['network', 'kubernetes', 'vault', 'injector', 'agent'] as const;
export type FaultGroup = (typeof FAULT_GROUPS)[number];

/** Those who may see something of a fault: a program that asks Vault, four logs and records, the operator with kubectl. */
export const OBSERVERS = ['client', 'agent', 'vault', 'audit', 'kubernetes', 'kubectl'] as const;
export type Observer = (typeof OBSERVERS)[number];

/** What one observer sees, and what proves it in a run. */
export interface Sight {
  /** In words for people. */
  readonly says: string;
  /** The very text that is seen, where there is one. */
  readonly text?: string;
  /**
   * What must be so in a run. Times count from the fault's beginning; without `at` the look is taken just before the
   * fault ends, and what happened before it began does not count.
   */
  readonly proof: readonly Expectation[];
}

/** What becomes of everything when the cause is gone. */
export interface Recovery {
  /** Whether everything recovers without anybody's help. */
  readonly itself: boolean;
  readonly says: string;
  /** What an operator types where it does not. */
  readonly remedy?: string;
  /** Milliseconds after the end (and the remedy) by which all of `proof` is so. */
  readonly within: Time;
  readonly proof: readonly Expectation[];
}

/** How the fault is tried: on a world in which a workload has been running for a minute. */
export interface Trial {
  /** Manifest that is applied; `app.yaml` unless said. */
  readonly app?: string;
  /** What the operator types before anything is deployed. */
  readonly before?: string;
  /** What people do while it lasts, and how many milliseconds after it began. */
  readonly meanwhile?: readonly { readonly after: Time; readonly run: string }[];
  /** Milliseconds until it is ended. */
  readonly lasts: Time;
}

/** What a fault does to a world. */
export interface Plan {
  readonly commands: readonly Command[];
  /** What its end has to know, as JSON. */
  readonly remember?: unknown;
}

/** Something that goes wrong in a running world, and can be put right again. */
export interface Fault {
  /** Permanent name, `kubernetes.apiserver.down`. */
  readonly id: string;
  readonly group: FaultGroup;
  readonly title: string;
  /** What happens, in a sentence or two. */
  readonly about: string;
  readonly observed: Readonly<Record<Observer, Sight>>;
  readonly recovery: Recovery;
  readonly trial: Trial;
  /**
   * What happens now, in the world as it is.
   * @throws FaultError when this world has nothing that could fail so
   */
  readonly begin: (run: Run) => Plan;
  /** How it is put right; `null`: it is over when it has begun. */
  readonly end: ((run: Run, remembered: unknown) => readonly Command[]) | null;
}

/** Why a fault cannot begin or end here, in words for the person who tried. */
export class FaultError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'FaultError';
    this.remedy = remedy;
  }
}

/** The beginning and the end of a fault that disturbs the network. */
export const disturbance = (
  id: string,
  ...ways: readonly Omit<Extract<Command, { type: 'fault' }>['fault'], 'id'>[]
): Pick<Fault, 'begin' | 'end'> => {
  const named = ways.map((way, i) => ({ ...way, id: i === 0 ? id : `${id} ${i + 1}` }));
  return {
    begin: () => ({ commands: named.map((fault) => ({ type: 'fault', fault })) }),
    end: () => named.map((fault) => ({ type: 'heal', id: fault.id })),
  };
};
