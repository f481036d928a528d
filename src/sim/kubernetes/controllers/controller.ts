import type { SigningKey } from '../../jwt/index.ts';
import type { Wall } from '../../kernel/index.ts';
import type { KubeObject } from '../api/object.ts';
import type { ApiCall } from '../client/client.ts';
import type { Note } from '../client/events.ts';
import type { Seen } from '../client/informer.ts';

/** What a controller sees of the cluster: its copies of collections, by resource. */
export interface View {
  /** All objects of a resource in a namespace (`''`: everywhere), in no order that means anything. */
  readonly list: (resource: Resource, namespace: string) => readonly KubeObject[];
  readonly get: (resource: Resource, key: string) => KubeObject | undefined;
  /** PEM of the cluster's authority. */
  readonly authority: string;
  /** The key that signs ServiceAccounts' tokens. */
  readonly signingKey: SigningKey | null;
  readonly wall: Wall;
}

/** Collections that controllers look at. */
export type Resource =
  | 'namespaces'
  | 'serviceaccounts'
  | 'secrets'
  | 'configmaps'
  | 'nodes'
  | 'pods'
  | 'deployments'
  | 'replicasets'
  | 'statefulsets'
  | 'daemonsets'
  | 'jobs'
  | 'cronjobs';

/** One write a controller wants. */
export interface Work {
  readonly call: ApiCall;
  /** Resource whose copy takes the answer. */
  readonly resource: Resource;
  /** Told when the write succeeded. `{name}` stands for the name of the answered object. */
  readonly onSuccess?: Note;
  /** Told when it failed. `{message}` stands for the server's message. */
  readonly onFailure?: Note;
  /** Written when it failed, so that the object's status shows it; `{message}` and `{time}` stand for what they say. */
  readonly failureCall?: ApiCall;
}

/** What is to be done about one object now. */
export interface Plan {
  readonly work: readonly Work[];
  /** Look again after so many milliseconds even if nothing changes. */
  readonly again?: number;
}

/** A control loop: compares what is wanted of one object with what there is. */
export interface Controller {
  /** As in the `source` of its events: `replicaset-controller`. */
  readonly name: string;
  /** Resource of the objects it looks after, their kind and apiVersion. */
  readonly resource: Resource;
  readonly kind: string;
  readonly apiVersion: string;
  /** Keys of its objects that a change concerns. */
  readonly concerns: (seen: Seen, view: View) => readonly string[];
  readonly reconcile: (object: KubeObject, view: View) => Plan;
}
