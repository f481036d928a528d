import { type Workspace, workspaceOf } from '../../rules/index.ts';
import type { Entry, Exchange } from '../../sim/index.ts';
import { askedOf, IssuedTokens } from './asked.ts';
import { type Asked, type Cause, causesIn } from './causes.ts';

const BY_BODY = /\/(?:login|mutate)$|^\/apis?\//;

/** Two exchanges that ask the same in the same way have the same causes. A run of many Pods asks little that is new. */
const keyOf = ({ method, path, body, policies, stoppedIn }: Asked): string =>
  [method, path, stoppedIn, policies?.join(), BY_BODY.test(path) ? JSON.stringify(essence(body)) : ''].join(' ');

/** What of a body decides about causes: a review carries a whole Pod, a login a JWT that no two Pods share. */
const essence = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null) return null;
  const { role, kind, metadata, request } = body as Readonly<Record<string, unknown>>;
  const { name, namespace } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
  const object = (request as { object?: { metadata?: { annotations?: unknown } } } | undefined)?.object;
  return [role, kind, name, namespace, object?.metadata?.annotations];
};

/** The lines that led to the exchanges of one run, and the exchanges that a line led to. */
export class Causes {
  readonly #workspace: Workspace;
  readonly #tokens = new IssuedTokens();
  readonly #known = new Map<string, readonly Cause[]>();

  /** @param files as the run was given them */
  constructor(files: Readonly<Record<string, string>>) {
    this.#workspace = workspaceOf(Object.entries(files).map(([name, text]) => ({ name, text })));
  }

  of(entries: readonly Entry[], { id, state }: Pick<Exchange, 'id' | 'state'>): readonly Cause[] {
    const asked = askedOf(entries, id, state, this.#tokens);
    if (!asked) return [];
    const key = keyOf(asked);
    const known = this.#known.get(key);
    if (known) return known;
    const causes = causesIn(this.#workspace, asked);
    this.#known.set(key, causes);
    return causes;
  }

  /** Ids of the exchanges that a line had a part in. Lines count from 1. */
  by(entries: readonly Entry[], exchanges: readonly Exchange[], file: string, line: number): ReadonlySet<number> {
    const led = exchanges.filter((e) => this.of(entries, e).some((c) => c.file === file && c.line === line));
    return new Set(led.map(({ id }) => id));
  }
}
