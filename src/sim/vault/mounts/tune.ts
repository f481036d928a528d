/** Reading and changing what a mount is tuned to. (vault: logical_system.go, handleTuneReadCommon, handleTuneWriteCommon) */
import { coreFor, leasesOf } from '../core/mount-core.ts';
import type { CoreResponse } from '../core/reply.ts';
import type { Transaction } from '../core/transaction.ts';
import { type FieldSchemas, invalidRequest, type Outcome, type Response } from '../framework/index.ts';
import type { MountEntry } from '../state/state.ts';
import { checkTunedLeases, configFrom } from './config.ts';
import { optionalConfig, tokenTypeView } from './view.ts';

export const tuneFields = {
  path: { type: 'string' },
  default_lease_ttl: { type: 'string' },
  max_lease_ttl: { type: 'string' },
  description: { type: 'string' },
  audit_non_hmac_request_keys: { type: 'comma slice' },
  audit_non_hmac_response_keys: { type: 'comma slice' },
  options: { type: 'kv pairs' },
  listing_visibility: { type: 'string' },
  passthrough_request_headers: { type: 'comma slice' },
  allowed_response_headers: { type: 'comma slice' },
  allowed_managed_keys: { type: 'comma slice' },
  token_type: { type: 'string' },
  plugin_version: { type: 'string' },
  user_lockout_config: { type: 'map' },
} as const satisfies FieldSchemas;

/** @throws VaultError 400 */
const tuned = (mount: MountEntry | undefined, route: string): MountEntry => {
  if (!mount) throw invalidRequest(`cannot fetch sysview for path ${JSON.stringify(route)}`);
  return mount;
};

export const readTune = (mount: MountEntry | undefined, route: string): CoreResponse => {
  const entry = tuned(mount, route);
  const { defaultLease, maxLease } = leasesOf(entry);
  const hasOptions = entry.options && Object.keys(entry.options).length > 0;
  return {
    flat: true,
    data: {
      default_lease_ttl: defaultLease,
      description: entry.description,
      force_no_cache: entry.config.forceNoCache,
      max_lease_ttl: maxLease,
      ...tokenTypeView(entry),
      ...optionalConfig(entry.config),
      ...(hasOptions && { options: entry.options }),
    },
  };
};

/** An engine that was never given a version counts as 0. */
/** A kv mount without the option counts as version 0. */
const versionOf = (options: Readonly<Record<string, string>> | null): number => Number(options?.version ?? 0);

/** KV's version goes up, never down. @returns the warning of an upgrade */
const checkVersion = (mount: MountEntry, version: string): string | undefined => {
  const wanted = Number(version);
  const before = versionOf(mount.options);
  if (wanted !== 1 && wanted !== 2) throw invalidRequest(`invalid version provided: ${version}`);
  if (mount.type !== 'kv') throw invalidRequest(`only kv mounts can have a version`);
  if (before > wanted) throw invalidRequest(`cannot downgrade mount from version ${before}`);
  return before < wanted
    ? `Upgrading mount from version ${before} to version ${wanted}. This mount will be unavailable for a brief period and will resume service shortly.`
    : undefined;
};

const replace = (tx: Transaction, mount: MountEntry): void =>
  tx.set({ mounts: { ...tx.state.mounts, [mount.route]: mount } });

const changeOptions = (
  tx: Transaction,
  mount: MountEntry,
  given: Readonly<Record<string, string>>,
): Response | undefined => {
  const warning = given.version === undefined ? undefined : checkVersion(mount, given.version);
  const merged = Object.entries({ ...mount.options, ...given }).filter(([, value]) => value !== '');
  const changed = { ...mount, options: Object.fromEntries(merged) };
  replace(tx, changed);
  tx.mutate(changed, (storage) => tx.typeOf(changed).tuned?.(coreFor(tx, changed), changed, storage as never));
  return warning === undefined ? undefined : { warnings: [warning] };
};

const checkTokenTypeTunable = (mount: MountEntry): void => {
  if (mount.class !== 'auth') throw invalidRequest("'token_type' can only be modified on auth mounts");
  if (mount.type === 'token') throw invalidRequest("'token_type' cannot be set for 'token' or 'ns_token' auth mounts");
};

/** @param data the parameters as sent: only what was given changes */
export const writeTune = (
  tx: Transaction,
  mount: MountEntry | undefined,
  route: string,
  data: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, string>> | undefined,
): Outcome => {
  const before = tuned(mount, route);
  if (data.token_type !== undefined) checkTokenTypeTunable(before);
  const config = configFrom(before.config, data, false);
  checkTunedLeases(config);
  const description = data.description === undefined ? before.description : String(data.description);
  const changed = { ...before, config, description };
  replace(tx, changed);
  tx.note('info', 'core', `mount tuning of leases successful: path=${before.route}`);
  return options && Object.keys(options).length > 0 ? changeOptions(tx, changed, options) : undefined;
};
