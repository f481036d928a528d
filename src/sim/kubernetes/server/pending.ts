import type { KubeObject } from '../api/object.ts';
import type { User } from '../authn/user.ts';

/** What is done to an object. */
export type Operation = 'CREATE' | 'UPDATE' | 'DELETE';

/** A write that waits for webhooks; plain JSON, so that it can stand in the server's context. */
export interface Pending {
  readonly operation: Operation;
  readonly group: string;
  readonly plural: string;
  readonly namespace: string;
  readonly name: string;
  readonly subresource: string;
  /** The new object; `null` for a deletion. */
  readonly object: KubeObject | null;
  readonly old: KubeObject | null;
  readonly user: User;
  readonly dryRun: boolean;
  /** Options of a deletion. */
  readonly options: DeleteOptions;
  readonly stage: 'mutating' | 'validating';
  /** Webhooks still to be asked, the one being asked first. */
  readonly hooks: readonly Hook[];
  readonly warnings: readonly string[];
  /** Answer status when all went well. */
  readonly status: number;
}

/** What of a webhook's configuration its call needs. */
export interface Hook {
  readonly name: string;
  readonly failurePolicy: string;
  readonly mutating: boolean;
  readonly version: string;
  readonly timeoutSeconds: number;
  readonly sideEffects: string;
  readonly target: Target;
}

/** Where a webhook listens; `error` when that cannot be told. */
export interface Target {
  readonly origin: string;
  readonly path: string;
  /** PEM of the authorities trusted for it. */
  readonly trust: readonly string[];
  /** Address a dial error names: `10.96.12.34:443`. */
  readonly address: string;
  readonly error?: string;
}

/** The request to one webhook. */
export interface Call {
  readonly hook: Hook;
  readonly url: string;
  readonly body: object;
}

/** How an object is to be deleted. */
export interface DeleteOptions {
  readonly gracePeriodSeconds?: number;
  readonly propagationPolicy?: string;
  readonly orphanDependents?: boolean;
  readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string };
}
