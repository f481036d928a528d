import type { AnyStateMachine } from 'xstate';
import { driverMachine } from './csi-driver/driver.ts';
import { publishMachine } from './csi-driver/publish.ts';
import { syncMachine } from './csi-driver/sync.ts';
import { mountMachine } from './csi-provider/mount.ts';
import { providerMachine } from './csi-provider/provider.ts';

/** The ways besides the injector to bring a secret to an application, as kinds of actors. */
export const machines: Record<string, AnyStateMachine> = {
  'secrets-store/driver': driverMachine,
  'secrets-store/publish': publishMachine,
  'secrets-store/sync': syncMachine,
  'csi-provider': providerMachine,
  'csi-provider/mount': mountMachine,
};
