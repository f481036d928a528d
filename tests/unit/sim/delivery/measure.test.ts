import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import {
  type Measurement,
  measureDelivery,
  measurePlaintext,
  type Subject,
} from '../../../../src/sim/delivery/measure/index.ts';
import { machines } from '../../../../src/sim/index.ts';
import { worldOf } from './world.ts';

const scenarios = new URL('../../../../content/scenarios/', import.meta.url);

const subject = (id: string): Subject => {
  const { world = 'base', files = {} } = load(readFileSync(new URL(`delivery-${id}.yaml`, scenarios), 'utf8')) as {
    world?: string;
    files?: Record<string, string>;
  };
  const definition = worldOf(world);
  return {
    world: { ...definition, files: { ...definition.files, ...files } },
    manifest: 'app.yaml',
    plaintext: 's3cr3t',
    replacement: 'r0tated',
    replace: 'vault kv put kv/app/config username=web password=r0tated',
  };
};
const measured = (id: string): Measurement => measureDelivery(machines, subject(id));

const MINUTE = 60_000;
const longest = ({ update }: Measurement): number => Math.max(...update.seenAfter.map((ms) => ms ?? Infinity));

test('an application that logs in itself keeps the secret in its memory and nowhere else', () => {
  const { plaintext, cost, outage } = measured('sdk');
  expect(plaintext).toEqual({ tmpfs: [], disk: [], etcd: [], environment: [], memory: ['app'] });
  expect(cost).toMatchObject({ perPod: { running: 0, init: 0 }, shared: { running: 0 } });
  expect(outage).toMatchObject({ kept: true, restarts: 0, newPod: 'CrashLoopBackOff' });
});

test('an init container alone never brings a new version, and asks nothing once it is gone', () => {
  const { update, cost } = measured('init');
  expect(update.seenAfter.every((ms) => ms === null)).toBe(true);
  expect(cost).toMatchObject({ perPod: { running: 0, init: 1 }, requestsPerHour: 0 });
});

test('a sidecar brings a new version within its interval of 285 s', () => {
  const sidecar = measured('sidecar');
  expect(longest(sidecar)).toBeLessThanOrEqual(285_000);
  expect(sidecar.fleet.memory).toBe(10 * sidecar.cost.perPod.memory);
  expect(sidecar.fleet.requestsPerHour).toBeGreaterThan(5 * sidecar.cost.requestsPerHour);
  expect(sidecar.plaintext.tmpfs).toContain('app: /vault/secrets/config');
  expect(sidecar.cost.perPod).toMatchObject({ running: 1, init: 1, memory: 64 * 1024 * 1024 });
});

test('the CSI driver leaves nothing in etcd unless it is told to make a Secret', () => {
  const plain = measured('csi');
  expect(plain.plaintext).toMatchObject({ tmpfs: ['app: /mnt/secrets/password'], etcd: [], environment: [] });
  expect(longest(plain)).toBeLessThanOrEqual(4 * MINUTE);
  expect(plain.outage).toMatchObject({ kept: true, restarts: 0, newPod: 'ContainerCreating' });
  expect(measurePlaintext(machines, subject('csi-synced'))).toMatchObject({
    etcd: ['Secret app/web'],
    environment: ['app: PASSWORD'],
  });
});

test('the operator leaves the secret in etcd, restarts the workload, and lets Pods start without Vault', () => {
  const { plaintext, update, outage, cost, fleet } = measured('secrets-operator');
  // One login and one read serve all Pods.
  expect(fleet.memory).toBe(cost.shared.memory);
  expect(fleet.requestsPerHour).toBeLessThan(2 * cost.requestsPerHour);
  expect(plaintext.etcd).toEqual(['Secret app/web']);
  expect(update.byRestart).toBe(true);
  expect(outage).toMatchObject({ kept: true, newPod: 'Running' });
});
