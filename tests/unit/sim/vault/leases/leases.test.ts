import { describe, expect, it } from 'vitest';
import { backends } from '../../../../../src/sim/vault/backends.ts';
import { handle, pass, resume } from '../../../../../src/sim/vault/core/handle.ts';
import type { Registry } from '../../../../../src/sim/vault/core/transaction.ts';
import { backendType, deferred, goError, path } from '../../../../../src/sim/vault/framework/index.ts';
import { initialState } from '../../../../../src/sim/vault/state/initial.ts';
import { sizeOf } from '../../../../../src/sim/vault/state/table.ts';

interface Storage {
  given: number;
  taken: string[];
}

/** An engine that gives numbers away and takes them back over the network. */
const numbers = backendType<Storage>({
  type: 'numbers',
  class: 'secret',
  init: () => ({ given: 0, taken: [] }),
  backend: () => ({
    paths: [
      path<Storage>()({
        pattern: 'next',
        fields: {},
        operations: {
          read: (_, { storage }) => {
            storage.given += 1;
            return {
              data: { number: storage.given },
              secret: { type: 'number', internal: { number: storage.given }, ttl: 60, maxTtl: 100 },
            };
          },
        },
      }),
    ],
    secrets: {
      number: {
        revoke: (_, __, secret) => deferred('taker', { number: secret.internal.number }),
        resume: (_, { storage }, secret, output) => {
          if (output === 'down') throw goError('nobody there');
          storage.taken.push(String(secret.internal.number));
          return undefined;
        },
      },
    },
  }),
});

const registry: Registry = { ...backends, 'secret/numbers': numbers };

class Lessor {
  wall = 1_767_600_000_000;
  #entropy = 7;
  state = initialState({ version: '1.19', mode: 'dev' }, this.moment(), registry);

  moment() {
    return { wall: this.wall, entropy: this.#entropy++ };
  }

  ask(method: string, path: string, token = 'root', body?: unknown) {
    const headers = { 'x-vault-token': token };
    const done = handle(this.state, { method, path: `/v1/${path}`, headers, body }, this.moment(), registry);
    this.state = done.state;
    return done;
  }

  answer(method: string, path: string, token?: string, body?: unknown) {
    return this.ask(method, path, token, body).response?.body as Record<string, unknown>;
  }

  mounted() {
    this.ask('POST', 'sys/mounts/numbers', 'root', { type: 'numbers' });
    return this.state.mounts['numbers/']?.uuid ?? '';
  }

  pass(seconds: number) {
    this.wall += seconds * 1000;
    const done = pass(this.state, this.moment(), registry);
    this.state = done.state;
    return done.background;
  }
}

describe('a lease', () => {
  it('ends with its time, over the network, and is tried again when that fails', () => {
    const vault = new Lessor();
    const uuid = vault.mounted();
    const { lease_id: lease } = vault.answer('GET', 'numbers/next');
    expect(vault.pass(59)).toEqual([]);
    const [first] = vault.pass(1);
    expect(first).toMatchObject({ kind: 'taker', input: { number: 1 } });
    expect(vault.answer('PUT', 'sys/leases/lookup', 'root', { lease_id: lease })).toEqual({
      errors: ['invalid lease'],
    });
    if (!first) return;
    vault.state = resume(vault.state, first.continuation, 'down', vault.moment(), registry).state;
    expect(vault.pass(9)).toEqual([]);
    const [second] = vault.pass(1);
    if (!second) throw new Error('not tried again');
    vault.state = resume(vault.state, second.continuation, 'ok', vault.moment(), registry).state;
    expect(vault.state.storage[uuid]).toEqual({ given: 1, taken: ['1'] });
    expect(sizeOf(vault.state.leases)).toBe(0);
  });

  it('ends with its token, and with its mount', () => {
    const vault = new Lessor();
    vault.mounted();
    const token = String(
      (vault.answer('POST', 'auth/token/create', 'root', {}).auth as { client_token: string }).client_token,
    );
    vault.ask('GET', 'numbers/next', token);
    vault.ask('GET', 'numbers/next');
    expect(vault.ask('POST', 'auth/token/revoke', 'root', { token }).background).toHaveLength(1);
    expect(vault.ask('DELETE', 'sys/mounts/numbers').background).toHaveLength(1);
    expect(sizeOf(vault.state.leases)).toBe(0);
  });

  it('is renewed up to its maximum and no further', () => {
    const vault = new Lessor();
    vault.mounted();
    const { lease_id: lease } = vault.answer('GET', 'numbers/next');
    vault.pass(50);
    const renewed = vault.answer('PUT', 'sys/leases/renew', 'root', { lease_id: lease });
    expect(renewed).toMatchObject({ lease_id: lease, lease_duration: 50 });
    expect(vault.pass(49)).toEqual([]);
    expect(vault.pass(1)).toHaveLength(1);
  });
});
