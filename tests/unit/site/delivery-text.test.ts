import { expect, test } from 'vitest';
import type { Measurement } from '../../../src/sim/delivery/measure/index.ts';
import {
  containersText,
  fleetText,
  newPodText,
  placesText,
  runningText,
  updateText,
} from '../../../src/site/delivery-text.ts';

const MEASURED: Measurement = {
  startedAfter: 2000,
  plaintext: {
    tmpfs: ['app: /vault/secrets/config', 'vault-agent: /vault/secrets/config'],
    disk: [],
    etcd: ['Secret app/web'],
    environment: ['app: _raw', 'app: password'],
    memory: ['vault-agent'],
  },
  update: { seenAfter: [18_000, 222_000, null], waited: 7_200_000, byRestart: false },
  outage: {
    lasted: 7_200_000,
    kept: true,
    restarts: 1,
    runningPod: 'Running',
    newPod: 'Init:0/1',
    readyAfter: 90_000,
    newVersionAfter: null,
  },
  cost: {
    perPod: { running: 1, init: 1, memory: 64 * 1024 * 1024 },
    shared: { running: 0, init: 0, memory: 0 },
    requestsPerHour: 14.6,
  },
  fleet: { pods: 10, containers: 10, memory: 640 * 1024 * 1024, requestsPerHour: 146 },
};

test('places name each file once, whoever sees it, and etcd first', () => {
  expect(placesText(MEASURED.plaintext)).toEqual([
    'etcd: `Secret app/web`',
    'tmpfs of the Pod: `/vault/secrets/config`',
    'environment of `app`: `_raw` and `password`',
    'memory of `vault-agent`',
  ]);
});

test('times are a range, or say what was waited for in vain', () => {
  expect(updateText(MEASURED)).toBe('18 s to 3 min 42 s');
  const never = { ...MEASURED, update: { ...MEASURED.update, seenAfter: [null, null] } };
  expect(updateText(never)).toBe('not within 2 h');
  expect(newPodText(MEASURED)).toBe('`Init:0/1`; ready 1 min 30 s after Vault is back');
  expect(runningText(MEASURED)).toBe('keeps the secret, `Running`, 1 restart of a container');
});

test('containers come with what they request', () => {
  expect(containersText(MEASURED.cost.perPod)).toBe('1 container, 1 init container, 64 MiB requested');
  expect(containersText(MEASURED.cost.shared)).toBe('none');
  expect(fleetText(MEASURED)).toBe('10 containers, 640 MiB requested, 146 requests an hour');
});
