import type { AnyStateMachine } from 'xstate';
import { driverMachine } from './csi-driver/driver.ts';
import { publishMachine } from './csi-driver/publish.ts';
import { syncMachine } from './csi-driver/sync.ts';
import { mountMachine } from './csi-provider/mount.ts';
import { providerMachine } from './csi-provider/provider.ts';
import { applicationMachine } from './sdk/application.ts';
import { authMachine } from './secrets-operator/auth.ts';
import { clientMachine } from './secrets-operator/client.ts';
import { connectionMachine } from './secrets-operator/connection.ts';
import { destinationMachine } from './secrets-operator/destination.ts';
import { dynamicSecretMachine } from './secrets-operator/dynamic-secret.ts';
import { operatorMachine } from './secrets-operator/operator.ts';
import { rolloutRestartMachine } from './secrets-operator/rollout-restart.ts';
import { staticSecretMachine } from './secrets-operator/static-secret.ts';
import { statusMachine } from './secrets-operator/status.ts';
import { vaultCallMachine } from './vault-call.ts';

/** The ways besides the injector to bring a secret to an application, as kinds of actors. */
export const machines: Record<string, AnyStateMachine> = {
  'delivery/vault-call': vaultCallMachine,
  'sdk/application': applicationMachine,
  'secrets-store/driver': driverMachine,
  'secrets-store/publish': publishMachine,
  'secrets-store/sync': syncMachine,
  'csi-provider': providerMachine,
  'csi-provider/mount': mountMachine,
  'vault-secrets-operator': operatorMachine,
  'vault-secrets-operator/connection': connectionMachine,
  'vault-secrets-operator/auth': authMachine,
  'vault-secrets-operator/static-secret': staticSecretMachine,
  'vault-secrets-operator/dynamic-secret': dynamicSecretMachine,
  'vault-secrets-operator/client': clientMachine,
  'vault-secrets-operator/destination': destinationMachine,
  'vault-secrets-operator/rollout-restart': rolloutRestartMachine,
  'vault-secrets-operator/status': statusMachine,
};
