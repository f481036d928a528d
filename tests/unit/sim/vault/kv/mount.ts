import { current, isDraft, produce } from 'immer';
import { Random } from '../../../../../src/sim/kernel/random.ts';
import { parseFields } from '../../../../../src/sim/vault/framework/field-data.ts';
import {
  type BackendDefinition,
  type BackendTypeDefinition,
  type Core,
  isDeferred,
  type Mount,
  type Operation,
  type Response,
} from '../../../../../src/sim/vault/framework/index.ts';
import { kv, type Storage } from '../../../../../src/sim/vault/kv/index.ts';
import { type VersionName, versions } from '../../../../../src/sim/vault/versions.ts';

const type = kv as unknown as BackendTypeDefinition<Storage>;

/** A mounted kv engine without a Vault around it: calls go straight to its handlers. */
export class KvMount {
  wall = 1_767_600_000_000;
  storage: Storage;
  #mount: Mount;
  readonly #version: VersionName;

  constructor(options: Mount['options'], version: VersionName = '1.19') {
    this.#version = version;
    this.#mount = {
      path: 'kv/',
      route: 'kv/',
      class: 'secret',
      type: 'kv',
      accessor: 'kv_1',
      uuid: '00000000-0000-4000-8000-000000000000',
      options,
    };
    this.storage = type.init(this.#core(), this.#mount);
  }

  #core(): Core {
    return {
      wall: this.wall,
      random: new Random(1),
      version: versions[this.#version],
      defaultLease: 2_764_800,
      maxLease: 2_764_800,
      mountTokenType: '',
      log: () => undefined,
      notModelled: () => undefined,
      wakeAt: () => undefined,
      mountByAccessor: () => undefined,
      entity: () => undefined,
    };
  }

  tune(options: Mount['options']): void {
    this.#mount = { ...this.#mount, options };
    this.storage = produce(this.storage, (draft) => type.tuned?.(this.#core(), this.#mount, draft));
  }

  /** The handler's answer; a VaultError is thrown. An update of what an existence check does not find is a creation. */
  call(asked: Operation, path: string, data: Readonly<Record<string, unknown>> = {}): Response | undefined {
    const backend: BackendDefinition<Storage> = type.backend(this.#mount);
    for (const definition of backend.paths) {
      const match = new RegExp(`^(?:${definition.pattern})$`, 's').exec(path);
      if (match === null) continue;
      const { fields, error } = parseFields(definition.fields, data, match.groups ?? {});
      if (error !== undefined) throw new Error(error);
      const base = { path, mount: this.#mount, storage: this.storage, data };
      const isNew = asked === 'update' && definition.exists?.(this.#core(), base as never, fields) === false;
      const operation = isNew ? 'create' : asked;
      const handler = definition.operations[operation];
      if (handler === undefined) throw new Error('unsupported operation');
      let answer: Response | undefined;
      this.storage = produce(this.storage, (draft) => {
        const request = {
          id: '',
          operation,
          path,
          mount: this.#mount,
          storage: draft,
          data,
          headers: {},
          remote: '127.0.0.1',
          caller: {
            id: 'root',
            accessor: '',
            policies: ['root'],
            displayName: 'token',
            entityId: '',
            type: 'service' as const,
            path: 'auth/token/root',
            meta: null,
          },
        };
        const outcome = handler(this.#core(), request as never, fields);
        if (outcome !== undefined && !isDeferred(outcome)) answer = plain(outcome);
      });
      return answer;
    }
    throw new Error('unsupported path');
  }
}

const plain = <T>(value: T): T => {
  if (isDraft(value)) return current(value as never);
  if (Array.isArray(value)) return value.map(plain) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)])) as T;
};
