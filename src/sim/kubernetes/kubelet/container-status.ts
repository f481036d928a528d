import { rfc3339, type Wall } from '../../kernel/index.ts';

/** State of a container as a Pod's status shows it. */
export interface State {
  readonly waiting?: { readonly reason: string; readonly message?: string };
  readonly running?: { readonly startedAt: string };
  readonly terminated?: {
    readonly exitCode: number;
    readonly reason: string;
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly containerID: string;
  };
}

/** An entry of `status.containerStatuses`. */
export interface ContainerStatus {
  readonly name: string;
  readonly state: State;
  readonly lastState: State;
  readonly ready: boolean;
  readonly restartCount: number;
  readonly image: string;
  readonly imageID: string;
  readonly containerID?: string;
  readonly started: boolean;
}

/** A container that nothing has been done for yet. */
export const freshStatus = (name: string, image: string, reason: string): ContainerStatus => ({
  name,
  state: { waiting: { reason } },
  lastState: {},
  ready: false,
  restartCount: 0,
  image,
  imageID: '',
  started: false,
});

/** Reason of an exit by its code: `Completed`, `Error`. */
export const exitReason = (exitCode: number): string => (exitCode === 0 ? 'Completed' : 'Error');

/** State of a container that has ended. */
export const terminatedState = (
  exitCode: number,
  startedAt: Wall,
  finishedAt: Wall,
  containerID: string,
  reason: string = exitReason(exitCode),
): State => ({
  terminated: {
    exitCode,
    reason,
    startedAt: rfc3339(startedAt),
    finishedAt: rfc3339(finishedAt),
    containerID,
  },
});
