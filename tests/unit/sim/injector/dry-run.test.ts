import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOTATIONS, dryRun, keyOf, type PodTemplate } from '../../../../src/sim/injector/index.ts';
import { asked, settings, template } from './support.ts';

describe('a dry run', () => {
  it('shows the Pod with its Agents and their configuration', () => {
    const found = dryRun(template({ ...asked, 'agent-inject-secret-db': 'db/creds/app' }), settings);
    if (found.outcome !== 'injected') throw new Error(JSON.stringify(found));
    expect(found.configurations['vault-agent-init']).toMatchObject({
      exit_after_auth: true,
      auto_auth: {
        method: { config: { role: 'app', token_path: '/var/run/secrets/kubernetes.io/serviceaccount/token' } },
      },
      template: [{ destination: '/vault/secrets/db' }],
    });
    expect(found.pod).toMatchObject({
      metadata: { annotations: { 'vault.hashicorp.com/agent-inject-status': 'injected' } },
      spec: { containers: [{ name: 'app' }, { name: 'vault-agent' }], initContainers: [{ name: 'vault-agent-init' }] },
    });
  });

  it('says why a Pod without a mounted token is refused', () => {
    const found = dryRun(template(asked, { automountServiceAccountToken: false }), settings);
    expect(found).toMatchObject({ outcome: 'denied', stage: 'creatingAgent' });
  });

  it('says why a Pod is left alone', () => {
    expect(dryRun(template({}), settings)).toMatchObject({ outcome: 'untouched', stage: 'checkingInjection' });
    const copied = dryRun(template({ ...asked, 'agent-inject-status': 'injected' }), settings);
    expect(copied).toMatchObject({ outcome: 'untouched', why: expect.stringContaining('already') });
  });

  it('calls a crash of the real program what it is', () => {
    const patch = '[{"op":"test","path":"/command","value":["/bin/sh",null]}]';
    expect(dryRun(template({ ...asked, 'agent-json-patch': patch }), settings)).toEqual({ outcome: 'dropped' });
  });

  it('finds an answer to anything', () => {
    const key = fc.constantFrom(...ANNOTATIONS.flatMap(({ name }) => [keyOf(name), keyOf(name, 'x')]));
    const annotations = fc.dictionary(key, fc.oneof(fc.string(), fc.constantFrom('true', '1', '', '[]', '1Gi', '-1')));
    const pods = fc.oneof(
      annotations.map((found) => ({ metadata: { annotations: { ...found, [keyOf('agent-inject')]: 'true' } } })),
      fc.record({ metadata: fc.anything(), spec: fc.anything() }),
    );
    const json = (value: unknown): PodTemplate => JSON.parse(JSON.stringify(value ?? {})) ?? {};
    fc.assert(
      fc.property(pods, (pod) => {
        expect(['untouched', 'denied', 'injected', 'dropped']).toContain(
          dryRun({ spec: { containers: [{ name: 'app' }] }, ...json(pod) }, settings).outcome,
        );
      }),
      { numRuns: 300 },
    );
  });
});
