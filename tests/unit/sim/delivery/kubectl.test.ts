import { expect, test } from 'vitest';
import { Lab, worldOf } from './world.ts';

test('kubectl shows the columns and the fields of the operator’s resources', () => {
  const lab = new Lab(worldOf('secrets-operator'));
  lab.type('kubectl apply -f app.yaml');
  lab.wait(5);
  expect(lab.type('kubectl get vaultstaticsecrets -n app')).toMatch(
    /^NAME +SYNCED +HEALTHY +READY +AGE\nweb +True +True +True +5s\n$/,
  );
  expect(lab.type('kubectl get vaultconnections -n app')).toMatch(/^NAME +HEALTHY +READY +AGE\nvault +True +True /);
  const described = lab.type('kubectl describe vaultstaticsecret web -n app');
  expect(described).toContain('API Version:  secrets.hashicorp.com/v1beta1\nKind:         VaultStaticSecret\n');
  expect(described).toMatch(/\n {2}Refresh After: +60s\n {2}Rollout Restart Targets:\n {4}Kind: +Deployment\n/);
  expect(described).toMatch(/\n {2}Normal +SecretSynced +\S+ +VaultStaticSecret +Secret synced\n/);
});

test('kubectl describes a CSI volume', () => {
  const lab = new Lab(worldOf('csi'));
  lab.type('kubectl apply -f app.yaml');
  lab.wait(5);
  expect(lab.type('kubectl describe pod -n app')).toContain(
    `  secrets:
    Type:              CSI (a Container Storage Interface (CSI) volume source)
    Driver:            secrets-store.csi.k8s.io
    FSType:            
    ReadOnly:          true
    VolumeAttributes:      secretProviderClass=web
`,
  );
});
