import type { Random } from '../../kernel/random.ts';
import type { Version } from '../versions.ts';
import type { EntityView } from './identity.ts';
import type { Mount } from './request.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/**
 * What Vault's core offers to a backend's handlers: the moment, chance, and the views of the rest of Vault that the real
 * `logical.SystemView` gives. Nothing here can reach another mount's storage.
 */
export interface Core {
  /** Vault's clock: Unix milliseconds. */
  readonly wall: number;
  /** Drawn from the event's entropy: ids, passwords, nonces. */
  readonly random: Random;
  readonly version: Version;
  /** Default and maximum lease of the mount that is being asked, in seconds, tuning included. */
  readonly defaultLease: number;
  readonly maxLease: number;
  /** `token_type` the mount is tuned to; '' when untuned. */
  readonly mountTokenType: string;
  /** One line of Vault's own log. @param logger e.g. `auth.kubernetes.auth_kubernetes_1a2b3c4d` */
  log(level: LogLevel, logger: string, text: string): void;
  /** Leaves the visible note that this request meets something the model lacks. @param what e.g. `pki/sign-verbatim` */
  notModelled(what: string): void;
  /** Asks for `Backend.wake` at that moment (Unix ms) instead of any asked for before; `null`: never. */
  wakeAt(wall: number | null): void;
  /** A mount by accessor, e.g. for identity aliases. */
  mountByAccessor(accessor: string): Mount | undefined;
  /** A group or entity as identity sees it now. */
  entity(id: string): EntityView | undefined;
}
