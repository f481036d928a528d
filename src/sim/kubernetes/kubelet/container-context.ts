import type { FileContent } from '../../kernel/events.ts';
import type { KernelEvent } from '../../kernel/index.ts';
import type { KubeObject } from '../api/object.ts';
import type { Note } from '../client/events.ts';
import type { Container } from '../pod/types.ts';
import type { ContainerStatus } from './container-status.ts';
import type { Found } from './environment.ts';
import type { Launch } from './programs.ts';

/** How a Pod starts one of its containers. */
export interface ContainerInput {
  readonly parent: string;
  /** The kubelet's credential. */
  readonly token: string;
  readonly pod: KubeObject;
  readonly podIP: string;
  readonly hostIP: string;
  readonly node: string;
  readonly container: Container;
  readonly init: boolean;
  readonly mounts: Launch['mounts'];
  /** Whether the node has the image. */
  readonly cached: boolean;
}

/** What a container remembers. */
export interface ContainerContext extends ContainerInput {
  readonly self: string;
  readonly status: ContainerStatus;
  readonly found: Found;
  readonly env: Readonly<Record<string, string>>;
  /** What keeps the container from being made. */
  readonly problem: string;
  readonly pulls: number;
  readonly pullStarted: number;
  /** Exits in a row that followed soon on a start. */
  readonly crashes: number;
  readonly startedAt: number;
  readonly exitCode: number;
  /** Why somebody else ended the program: `OOMKilled`; '' when nobody did, or by a signal. */
  readonly killed: string;
  readonly stopping: boolean;
  /** Commands that run beside the program, by actor: whom to tell when they end. */
  readonly execs: Readonly<Record<string, { readonly kubelet: string; readonly exchange: number }>>;
  readonly grace: number;
}

/** What a container tells its Pod. */
export type ContainerReport =
  | {
      readonly type: 'container.status';
      readonly name: string;
      readonly init: boolean;
      readonly status: ContainerStatus;
    }
  | { readonly type: 'container.note'; readonly note: Note }
  | { readonly type: 'container.pulled'; readonly image: string }
  /** Its program starts: what it prints from now on is another log. */
  | { readonly type: 'container.started'; readonly name: string }
  /** A program wants another one to get a signal. */
  | { readonly type: 'pod.signal'; readonly container: string; readonly signal: string };

/** What a container hears. */
export type ContainerEvent =
  | KernelEvent
  | FileContent
  | { readonly type: 'container.stop'; readonly grace: number }
  /** From the machine: the program is ended by SIGKILL, by whom `reason` says: `OOMKilled`, or '' for anybody. */
  | { readonly type: 'container.kill'; readonly reason: string }
  /** Run a command beside the program, for an exchange of the kubelet. */
  | {
      readonly type: 'container.exec';
      readonly kubelet: string;
      readonly exchange: number;
      readonly command: readonly string[];
      readonly stdin: string;
    }
  /** The program has asked for more memory than the container may have. */
  | { readonly type: 'memory.exceeded' }
  /** Pass a signal on to the program. */
  | { readonly type: 'container.signal'; readonly signal: string }
  /** From the program: send a signal to the process of that number. */
  | { readonly type: 'process.signal'; readonly signal: string; readonly pid: number };
