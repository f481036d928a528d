import { expect, test } from 'vitest';
import type { EntityView } from '../../../../../src/sim/vault/framework/index.ts';
import { compileAcl, DEFAULT_POLICY } from '../../../../../src/sim/vault/policy/index.ts';
import { policiesOf, rules, VERSION } from './acl.ts';

const entity: EntityView = {
  id: 'e-1',
  name: 'web',
  disabled: false,
  metadata: { team: 'blue' },
  policies: [],
  aliases: [
    { id: 'a-1', name: 'sa-uid', mountAccessor: 'auth_kubernetes_1', metadata: { ns: 'app' }, customMetadata: null },
  ],
  groups: [{ id: 'g-1', name: 'devs', metadata: { floor: '3' }, policies: [] }],
};

const readable = (path: string, subject: EntityView | undefined, written: string): boolean =>
  compileAcl(policiesOf(rules(`${written} = read`)), subject, VERSION)
    .capabilities(path)
    .includes('read');

test.each([
  ['kv/{{identity.entity.id}}', 'kv/e-1'],
  ['kv/{{ identity.entity.name }}/*', 'kv/web/x'],
  ['kv/{{identity.entity.metadata.team}}', 'kv/blue'],
  ['kv/{{identity.entity.aliases.auth_kubernetes_1.name}}', 'kv/sa-uid'],
  ['kv/{{identity.entity.aliases.auth_kubernetes_1.metadata.ns}}/+', 'kv/app/x'],
  ['kv/{{identity.groups.names.devs.id}}', 'kv/g-1'],
  ['kv/{{identity.groups.ids.g-1.name}}', 'kv/devs'],
  ['kv/{{identity.groups.names.devs.metadata.floor}}', 'kv/3'],
])('%s is filled in for the entity, and gone without one', (written, path) => {
  expect(readable(path, entity, written)).toBe(true);
  expect(readable(path, undefined, written)).toBe(false);
  expect(readable(written, undefined, written)).toBe(false);
});

test.each(['kv/{{bad}}', 'kv/{{identity.entity.metadata.none}}', 'kv/{{identity.groups.names.ops.id}}'])(
  '%s has no value, so its rule falls away',
  (written) => {
    expect(readable('kv/', entity, written)).toBe(false);
    expect(readable(written, entity, written)).toBe(false);
  },
);

test('the default policy lets an entity read itself', () => {
  const acl = compileAcl(policiesOf(DEFAULT_POLICY), entity, VERSION);
  expect(acl.capabilities('identity/entity/id/e-1')).toEqual(['read']);
  expect(acl.capabilities('identity/entity/id/e-2')).toEqual(['deny']);
});
