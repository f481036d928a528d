import { describe, expect, it } from 'vitest';
import { type DryRun, dryRun, settingsWith } from '../../../../src/sim/injector/index.ts';
import { asked, placesOf, settings, template } from './support.ts';

const injected = (annotations: Readonly<Record<string, string>>, spec: object = {}, with_ = settings) => {
  const found = dryRun(template({ ...asked, ...annotations }, spec), with_);
  if (found.outcome !== 'injected') throw new Error(`not injected: ${JSON.stringify(found)}`);
  return found as Extract<DryRun, { outcome: 'injected' }>;
};

describe('every place of the patch knows the line that caused it', () => {
  it('a limit stands in both containers', () => {
    const { operations } = injected({ 'agent-limits-cpu': '100m' });
    expect(placesOf(operations, 'agent-limits-cpu')).toEqual([
      '/spec/initContainers/0/resources/limits/cpu',
      '/spec/containers/-/resources/limits/cpu',
    ]);
  });

  it('a template stands inside the encoded Agent configuration', () => {
    const { operations } = injected({ 'agent-inject-template-x': '{{ 1 }}', 'agent-pre-populate-only': 'true' });
    expect(placesOf(operations, 'agent-inject-template-x')).toEqual([
      '/spec/initContainers/0/env/5/value#/template/0/destination',
      '/spec/initContainers/0/env/5/value#/template/0/contents',
    ]);
  });

  it('a directory of a secret of its own brings a volume, mounts and a destination', () => {
    const { operations } = injected({
      'agent-inject-secret-x': 'kv/x',
      'secret-volume-path-x': '/x',
      'agent-pre-populate': 'false',
    });
    expect(placesOf(operations, 'secret-volume-path-x')).toEqual([
      '/spec/volumes/-',
      '/spec/containers/0/volumeMounts/-/mountPath',
      '/spec/containers/-/env/5/value#/template/0/destination',
      '/spec/containers/-/volumeMounts/3/mountPath',
    ]);
  });

  it('a default names the setting of the injector it came from', () => {
    const { operations } = injected({}, {}, settingsWith({ vaultAddress: 'http://other:8200' }));
    const froms = operations.flatMap(({ causes }) => causes).filter(({ config }) => config === '/vault/address');
    expect(froms.map(({ from }) => from)).toEqual([['AGENT_INJECT_VAULT_ADDR'], ['AGENT_INJECT_VAULT_ADDR']]);
  });

  it('what a JSON patch replaced is no longer laid at the old door', () => {
    const patch = '[{"op":"replace","path":"/image","value":"other"}]';
    const { operations } = injected({ 'agent-image': 'mine', 'agent-json-patch': patch });
    expect(placesOf(operations, 'agent-image')).toEqual(['/spec/initContainers/0/image']);
    expect(placesOf(operations, 'agent-json-patch')).toEqual(['/spec/containers/-']);
  });

  it('lines without any effect are listed', () => {
    const { withoutEffect } = injected({ 'agent-inject-secrets-x': 'kv/x', 'agent-inject-perms-nothing': '0600' });
    expect(withoutEffect.map((key) => key.split('/')[1])).toEqual([
      'agent-inject-secrets-x',
      'agent-inject-perms-nothing',
    ]);
  });
});

describe('a refusal names the line it is about', () => {
  const blamed = (annotations: Readonly<Record<string, string>>) => {
    const found = dryRun(template(annotations), settings);
    return found.outcome === 'denied' ? [found.stage, ...found.from.map((key) => key.split('/')[1])] : found.outcome;
  };

  it.each([
    [{ 'agent-inject': 'yes' }, ['checkingInjection', 'agent-inject']],
    [{ ...asked, 'auth-min-backoff': '10' }, ['settingDefaults', 'auth-min-backoff']],
    [{ ...asked, 'agent-json-patch': 'x' }, ['settingDefaults', 'agent-json-patch']],
    [{ ...asked, 'agent-revoke-grace': '' }, ['creatingAgent', 'agent-revoke-grace']],
    [{ ...asked, role: '' }, ['validatingAgent', 'role']],
    [{ ...asked, 'agent-requests-mem': 'much' }, ['creatingPatch', 'agent-requests-mem']],
  ])('%j', (annotations, expected) => {
    expect(blamed(annotations)).toEqual(expected);
  });

  it('of several mistakes the one that the real program reads first', () => {
    const mistakes = {
      'agent-requests-mem': 'much',
      role: '',
      'agent-run-as-user': 'x',
      'agent-init-first': 'x',
      'agent-service-account-token-volume-name': 'none',
      'agent-json-patch': 'x',
      'auth-max-backoff': '1d',
      'agent-inject': 'x',
    };
    const order: unknown[] = [];
    let left: Record<string, string> = { ...asked, ...mistakes };
    for (let found = blamed(left); Array.isArray(found) && found[1] !== undefined; found = blamed(left)) {
      order.push(found[1]);
      const { [found[1]]: _, ...rest } = left;
      left = { ...rest, ...(found[1] in asked && { [found[1]]: asked[found[1] as keyof typeof asked] }) };
    }
    expect(order).toEqual(Object.keys(mistakes).reverse());
  });
});
