import { describe, expect, it } from 'vitest';
import { approle } from '../../../../../src/sim/vault/approle/index.ts';
import type { Response } from '../../../../../src/sim/vault/framework/index.ts';
import { LoneMount } from '../backend.ts';

const INVALID = [400, 'invalid role or secret ID'];

const mounted = (role: Record<string, unknown> = {}) => {
  const mount = new LoneMount(approle);
  mount.write('role/app', role);
  const roleId = mount.read('role/app/role-id')?.role_id;
  const secret = (data: Record<string, unknown> = {}) => (mount.write('role/app/secret-id', data) as Response).data;
  const login = (secretId: unknown) => mount.write('login', { role_id: roleId, secret_id: secretId });
  return { mount, secret, login };
};

describe('a secret id', () => {
  it('is worth as many logins as it was made for, refused ones counted', () => {
    const { mount, secret, login } = mounted({ secret_id_num_uses: 3 });
    const id = secret({ cidr_list: '127.0.0.0/8' })?.secret_id;
    mount.remote = '10.0.0.1';
    expect(login(id)).toEqual([400, expect.stringMatching(/^source address "10.0.0.1" unauthorized by CIDR/)]);
    mount.remote = '127.0.0.1';
    expect(login(id)).toMatchObject({ auth: { metadata: { role_name: 'app' } } });
    expect(login(id)).toMatchObject({ auth: {} });
    expect(login(id)).toEqual(INVALID);
  });

  it('may not promise more than its role', () => {
    const { mount } = mounted({ secret_id_num_uses: 2, secret_id_ttl: '1m', secret_id_bound_cidrs: '10.0.0.0/8' });
    const ask = (data: Record<string, unknown>) => mount.write('role/app/secret-id', data);
    expect(ask({ num_uses: 0 })).toEqual([400, "num_uses cannot be higher than the role's secret_id_num_uses"]);
    expect(ask({ ttl: '2m' })).toEqual([400, "ttl cannot be longer than the role's secret_id_ttl"]);
    expect(ask({ cidr_list: '11.0.0.0/8' })).toEqual([500, expect.stringMatching(/^failed to verify subset/)]);
  });

  it('is gone with the sweep after its time, which comes once a minute', () => {
    const { mount, secret, login } = mounted();
    const id = secret({ ttl: '10s' })?.secret_id;
    mount.wall += 59_000;
    expect(login(id)).toMatchObject({ auth: {} });
    mount.wall += 1_000;
    expect(login(id)).toEqual(INVALID);
  });

  it('goes earlier when someone tidies up', () => {
    const { mount, secret, login } = mounted();
    const [short, long] = [secret({ ttl: '10s' })?.secret_id, secret()?.secret_id];
    mount.wall += 10_000;
    expect(mount.write('tidy/secret-id')).toMatchObject({ status: 202 });
    expect(login(short)).toEqual(INVALID);
    expect(login(long)).toMatchObject({ auth: {} });
  });

  it('is looked up and destroyed by its accessor', () => {
    const { mount, secret, login } = mounted();
    const { secret_id, secret_id_accessor } = secret({ metadata: '{"a":"b"}' }) ?? {};
    const lookup = () => mount.write('role/app/secret-id-accessor/lookup', { secret_id_accessor });
    expect(lookup()).toMatchObject({ data: { metadata: { a: 'b' }, secret_id_num_uses: 0 } });
    mount.write('role/app/secret-id-accessor/destroy', { secret_id_accessor });
    expect(login(secret_id)).toEqual(INVALID);
    expect(lookup()).toMatchObject({ status: 404, data: { error: expect.stringMatching(/^failed to find accessor/) } });
  });
});

describe('a role', () => {
  it('must be protected by something', () => {
    const mount = new LoneMount(approle);
    const open = { bind_secret_id: false };
    expect(mount.write('role/x', open)).toEqual([500, 'at least one constraint should be enabled on the role']);
    expect(mount.write('role/x', { ...open, token_bound_cidrs: '127.0.0.0/8' })).toBeUndefined();
    expect(mount.ask('delete', 'role/x/token-bound-cidrs')).toEqual([500, expect.stringMatching(/^at least one/)]);
    expect(mount.read('role/x')?.token_bound_cidrs).toEqual(['127.0.0.0/8']);
  });

  it('has one role id at a time, which no other role may take', () => {
    const { mount } = mounted();
    mount.write('role/app/role-id', { role_id: 'mine' });
    expect(mount.write('role/other', { role_id: 'mine' })).toEqual([500, 'role_id already in use']);
    mount.ask('delete', 'role/app');
    expect(mount.write('role/other', { role_id: 'mine' })).toBeUndefined();
  });
});
