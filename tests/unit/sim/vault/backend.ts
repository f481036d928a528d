/** One mount of a backend by itself: requests go straight to its handlers, without HTTP, tokens or policies. */
import { createDraft, finishDraft } from 'immer';
import { Random } from '../../../../src/sim/kernel/random.ts';
import { plain } from '../../../../src/sim/vault/core/plain.ts';
import { parseFields } from '../../../../src/sim/vault/framework/field-data.ts';
import {
  type BackendType,
  type Core,
  type Mount,
  type Operation,
  type Outcome,
  type Response,
  VaultError,
} from '../../../../src/sim/vault/framework/index.ts';
import { type VersionName, versions } from '../../../../src/sim/vault/versions.ts';

export class LoneMount {
  readonly type: BackendType;
  readonly mount: Mount;
  readonly log: string[] = [];
  wall = 1_767_600_000_000;
  maxLease = 2_764_800;
  remote = '127.0.0.1';
  storage: unknown;
  readonly #core: Core;

  constructor(type: BackendType, version: VersionName = '1.19') {
    this.type = type;
    const path = `${type.type}/`;
    const route = type.class === 'auth' ? `auth/${path}` : path;
    const accessor = `${type.class}_${type.type}_00000001`;
    this.mount = { path, route, class: type.class, type: type.type, accessor, uuid: 'uuid', options: null };
    const self = this;
    const random = new Random(1);
    this.#core = {
      get wall() {
        return self.wall;
      },
      get maxLease() {
        return self.maxLease;
      },
      defaultLease: this.maxLease,
      random,
      version: versions[version],
      mountTokenType: '',
      log: (_level, _logger, text) => void this.log.push(text),
      notModelled: () => {},
      wakeAt: () => undefined,
      mountByAccessor: (given) => (given === accessor ? this.mount : undefined),
      entity: () => undefined,
    };
    this.storage = type.init(this.#core, this.mount);
  }

  /** The core that handlers get; for hooks that are no path. */
  get core(): Core {
    return this.#core;
  }

  /** Runs something on a draft of the storage. */
  change<T>(run: (storage: never) => T): T {
    const draft = createDraft(this.storage as object);
    try {
      return plain(run(draft as never));
    } finally {
      this.storage = finishDraft(draft);
    }
  }

  /** @returns the answer, or `[status, text]` of the refusal */
  ask(
    operation: Operation,
    path: string,
    data: Readonly<Record<string, unknown>> = {},
  ): Outcome | readonly [number, string] {
    const backend = this.type.backend(this.mount);
    const found = backend.paths
      .map((candidate) => ({ candidate, match: new RegExp(`^(?:${candidate.pattern})$`, 's').exec(path) }))
      .find(({ match }) => match);
    if (!found) return [404, 'unsupported path'];
    const { candidate, match } = found;
    const { fields, error } = parseFields(candidate.fields, data, match?.groups ?? {});
    if (error !== undefined) return [400, error];
    const before = this.storage;
    try {
      return this.change((storage) => {
        const request = {
          id: 'id',
          path,
          mount: this.mount,
          storage,
          data,
          headers: {},
          remote: this.remote,
          tokenId: '',
          wrapTtl: 0,
        } as const;
        const isNew =
          operation === 'update' &&
          candidate.exists?.(this.#core, { ...request, operation, caller: undefined }, fields) === false;
        const actual = isNew ? 'create' : operation;
        const handler = candidate.operations[actual];
        if (!handler) return [405, 'unsupported operation'] as const;
        return handler(this.#core, { ...request, operation: actual, caller: undefined }, fields);
      });
    } catch (thrown) {
      if (!(thrown instanceof VaultError)) throw thrown;
      if (!thrown.keeps) this.storage = before;
      return [thrown.status, thrown.message];
    }
  }

  write(path: string, data: Readonly<Record<string, unknown>> = {}) {
    return this.ask('update', path, data);
  }

  /** `data` of a read. */
  read(path: string): Record<string, unknown> | undefined {
    return (this.ask('read', path) as Response | undefined)?.data as Record<string, unknown> | undefined;
  }
}
