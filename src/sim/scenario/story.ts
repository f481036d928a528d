/** What can be observed of a run, in the terms of the people in it. */
import type { Time } from '../kernel/index.ts';

/** `provider`: a part of the cluster that fetches secrets for workloads, as the CSI driver and the Secrets Operator do. */
export const PARTY_KINDS = ['operator', 'workload', 'agent', 'injector', 'provider', 'kubernetes', 'vault'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** A lane of the picture. */
export interface Party {
  readonly id: string;
  readonly kind: PartyKind;
  /** Short: `Agent (init)`. */
  readonly name: string;
}

/** One HTTP exchange. Times are milliseconds since the scenario's time 0. */
export interface Exchange {
  /** The kernel's number: the index of its request in the history. */
  readonly id: number;
  /** The exchange during which this one happened: Vault's TokenReview within the Agent's login. */
  readonly within: number | null;
  readonly at: Time;
  /** When the answer arrived; null when none came. */
  readonly answeredAt: Time | null;
  /** Ids of parties. */
  readonly from: string;
  readonly to: string;
  /** `PUT /v1/auth/kubernetes/login`. */
  readonly request: string;
  /** Null when no answer came. */
  readonly status: number | null;
  /** What is asked, in one sentence. */
  readonly asks: string;
  /** What was asked and answered, in one sentence: what a screen reader says. */
  readonly sentence: string;
  /** The other side refused, or no answer came. */
  readonly denied: boolean;
  /** Why, in the words of the real system. */
  readonly reason: string | null;
  /** The state in which the other side's machine stopped, `matchingName`; null where there is none to name. */
  readonly state: string | null;
  readonly requestBody: string | null;
  readonly responseBody: string | null;
}

/** Something a party shows to nobody in particular: a log line, a written file, a Pod that changes, a fault. */
export interface Moment {
  readonly id: number;
  readonly at: Time;
  readonly party: string;
  readonly kind: 'log' | 'file' | 'pod' | 'fault';
  readonly text: string;
  /** Whether it tells of trouble. */
  readonly trouble: boolean;
}
