import type { Fault } from '../fault.ts';
import { auditBlocked } from './audit-blocked.ts';
import { authMountDisabled } from './auth-mount-disabled.ts';
import { authMountMoved } from './auth-mount-moved.ts';
import { clockAhead } from './clock-ahead.ts';
import { clockBehind } from './clock-behind.ts';
import { configCa } from './config-ca.ts';
import { configHost } from './config-host.ts';
import { configIssuer } from './config-issuer.ts';
import { databaseDown } from './database-down.ts';
import { descriptors } from './descriptors.ts';
import { vaultDown } from './down.ts';
import { kvMountMoved } from './kv-mount-moved.ts';
import { leaseRevoked } from './lease-revoked.ts';
import { policyDeleted } from './policy-deleted.ts';
import { policyPath } from './policy-path.ts';
import { restarted } from './restarted.ts';
import { reviewerExpired } from './reviewer-expired.ts';
import { roleAudience } from './role-audience.ts';
import { roleDeleted } from './role-deleted.ts';
import { roleNamespace } from './role-namespace.ts';
import { sealed } from './sealed.ts';
import { secretDeleted } from './secret-deleted.ts';
import { secretDestroyed } from './secret-destroyed.ts';
import { secretMovedToV2 } from './secret-moved-to-v2.ts';
import { standby } from './standby.ts';
import { tokenRevoked } from './token-revoked.ts';

/** In the order of the catalogue. */
export const VAULT_FAULTS: readonly Fault[] = [
  vaultDown,
  sealed,
  restarted,
  standby,
  descriptors,
  auditBlocked,
  clockBehind,
  clockAhead,
  authMountMoved,
  authMountDisabled,
  roleDeleted,
  roleAudience,
  roleNamespace,
  policyPath,
  policyDeleted,
  configHost,
  configCa,
  configIssuer,
  reviewerExpired,
  kvMountMoved,
  secretDeleted,
  secretDestroyed,
  secretMovedToV2,
  tokenRevoked,
  leaseRevoked,
  databaseDown,
];
