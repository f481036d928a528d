/** A running cluster for tests: requests as the administrator or anybody else, and time. */
import { Run } from '../../../../src/sim/kernel/index.ts';
import { machines } from '../../../../src/sim/kubernetes/index.ts';

type Json = Record<string, unknown>;

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export class Cluster {
  readonly run: Run;
  #requests = 0;

  constructor(input: object = { controllers: false }) {
    this.run = new Run(machines, { seed: 1, latency: 1 });
    this.run.apply({ type: 'spawn', id: 'kubernetes', kind: 'kubernetes', input });
    this.run.settle();
  }

  /** Send a request and wait for its answer. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    token: string | null = 'admin-token',
    type = 'application/json',
  ): Reply {
    const headers = { ...(token !== null && { authorization: `Bearer ${token}` }), 'content-type': type };
    const id = `test ${this.#requests++}`;
    const to = 'https://kubernetes.default.svc:443';
    const exchange =
      this.run.apply({ type: 'request', id, to, method, path, headers, ...(body !== undefined && { body }) }) + 1;
    let reply: Reply | undefined;
    this.run.advanceUntil(() => {
      const entry = this.run.known.findLast((e) => e.kind === 'response' && e.exchange === exchange);
      if (entry?.kind === 'response') reply = entry;
      return reply !== undefined;
    }, 60_000);
    if (!reply) throw new Error(`no answer to ${method} ${path}`);
    return reply;
  }

  wait(seconds: number): void {
    this.run.advanceTo(this.run.now + seconds * 1000);
  }

  /** Message of a refusal. */
  refusal(method: string, path: string, body?: unknown, token?: string | null): string {
    return String((this.ask(method, path, body, token).body as Json).message);
  }

  /** `name: phase reason…` of all Pods, sorted. */
  pods(namespace = 'default'): string[] {
    const { items } = this.ask('GET', `/api/v1/namespaces/${namespace}/pods`).body as { items: PodView[] };
    return items.map((pod) =>
      `${pod.metadata.name} ${pod.status.phase} ${(pod.status.containerStatuses ?? []).map(stateOf).join(' ')}`.trim(),
    );
  }

  /** `reason: message` of the events about an object. */
  events(name: string, namespace = 'default'): string[] {
    const path = `/api/v1/namespaces/${namespace}/events?fieldSelector=involvedObject.name%3D${name}`;
    const { items } = this.ask('GET', path).body as { items: { reason: string; message: string }[] };
    return items.map((e) => `${e.reason}: ${e.message}`);
  }

  create(kind: string, apiVersion: string, path: string, name: string, rest: Json, token?: string): Reply {
    return this.ask(
      'POST',
      path,
      { apiVersion, kind, metadata: { name, ...((rest.metadata as Json | undefined) ?? {}) }, ...without(rest) },
      token,
    );
  }
}

interface PodView {
  readonly metadata: { readonly name: string };
  readonly status: { readonly phase: string; readonly containerStatuses?: readonly ContainerView[] };
}

interface ContainerView {
  readonly restartCount: number;
  readonly ready: boolean;
  readonly state: { readonly waiting?: { readonly reason: string }; readonly terminated?: { readonly reason: string } };
}

const stateOf = (c: ContainerView): string =>
  c.state.waiting?.reason ?? c.state.terminated?.reason ?? (c.ready ? 'ready' : 'running');

const without = ({ metadata: _, ...rest }: Json): Json => rest;

export const field = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Json)[key] : undefined), value);
