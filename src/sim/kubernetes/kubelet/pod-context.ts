import type { KernelEvent } from '../../kernel/index.ts';
import type { KubeObject } from '../api/object.ts';
import type { Told } from '../client/events.ts';
import type { ContainerReport } from './container-context.ts';
import type { ContainerStatus } from './container-status.ts';
import type { Source } from './volumes.ts';

/** How the kubelet starts a Pod. */
export interface PodInput {
  readonly token: string;
  readonly node: string;
  readonly hostIP: string;
  readonly podIP: string;
  readonly pod: KubeObject;
  /** Images the node has. */
  readonly images: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What a Pod remembers. */
export interface PodContext extends PodInput {
  readonly self: string;
  /** The kubelet. */
  readonly kubelet: string;
  readonly startedAt: number;
  readonly sources: readonly Source[];
  /** Answers to the calls of the sources, by index; `null`: no answer came. */
  readonly answers: Readonly<Record<string, Answer | null>>;
  /** Version of each watched object, by the index of its source. */
  readonly versions: Readonly<Record<string, string>>;
  readonly mountProblem: string;
  readonly mountTries: number;
  readonly statuses: Readonly<Record<string, ContainerStatus>>;
  /** Containers that will not run again, with their exit codes. */
  readonly done: Readonly<Record<string, number>>;
  readonly running: readonly string[];
  readonly networkReady: boolean;
  readonly initialized: boolean;
  readonly grace: number;
  /** Why the kubelet put the Pod off its node; '' unless it did. */
  readonly evicted: string;
  /** Status as last sent, and whether its answer is awaited. */
  readonly sent: object;
  readonly sending: boolean;
  readonly told: Told;
  readonly next: number;
}

/** What a Pod hears. */
export type PodEvent =
  | KernelEvent
  | ContainerReport
  | { readonly type: 'pod.changed'; readonly pod: KubeObject }
  | { readonly type: 'pod.delete'; readonly grace: number }
  /** From the machine: the node is short of something, and this Pod must go. */
  | { readonly type: 'pod.evict'; readonly message: string }
  | { readonly type: 'token.due' | 'volume.due' | 'watch.due'; readonly index: number }
  | { readonly type: 'status.retry' };
