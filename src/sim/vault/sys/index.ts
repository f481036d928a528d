/** `sys/`: Vault about itself. The endpoints that answer whatever the seal are in `seal/`. (vault: vault/logical_system.go) */
import { type BackendDefinition, backendType } from '../framework/index.ts';
import { audit, auditHashPath, auditPath } from './audit.ts';
import { auditedHeader, auditedHeaders } from './audited-headers.ts';
import { auth, authPath } from './auth.ts';
import { capabilities, capabilitiesAccessor, capabilitiesSelf } from './capabilities.ts';
import { cors } from './cors.ts';
import { keyStatus, rotate } from './keyring.ts';
import { leaseCount, leasesIrrevocable } from './leases-irrevocable.ts';
import { leaseList, leaseLookup } from './leases-lookup.ts';
import { leaseRenew } from './leases-renew.ts';
import { leaseRevoke, leaseRevokeForce, leaseRevokePrefix, leaseTidy } from './leases-revoke.ts';
import { mfaValidate } from './mfa.ts';
import { mounts, mountsPath } from './mounts.ts';
import { NOT_MODELLED } from './not-modelled.ts';
import { pluginCatalog, pluginList, pluginPath } from './plugins.ts';
import { legacyPolicies, legacyPolicyPath, policies, policyPath } from './policies.ts';
import { remount, remountStatus } from './remount.ts';
import { haStatus, sanitizedConfig, versionHistory } from './server.ts';
import { toolsHash, toolsRandom } from './tools.ts';
import { tuneAuth, tuneMount } from './tune.ts';
import { resultantAcl, uiMount, uiMounts, uiNamespaces } from './ui.ts';
import { rewrap, unwrap, wrap, wrappingLookup } from './wrapping.ts';

const backend: BackendDefinition<null> = {
  paths: [
    tuneAuth,
    authPath,
    auth,
    tuneMount,
    mountsPath,
    mounts,
    remount,
    remountStatus,
    policies,
    policyPath,
    legacyPolicies,
    legacyPolicyPath,
    capabilitiesSelf,
    capabilitiesAccessor,
    capabilities,
    leaseCount,
    leasesIrrevocable,
    leaseLookup,
    leaseList,
    leaseRenew,
    leaseRevokePrefix,
    leaseRevokeForce,
    leaseRevoke,
    leaseTidy,
    wrap,
    wrappingLookup,
    unwrap,
    rewrap,
    audit,
    auditPath,
    auditHashPath,
    auditedHeader,
    auditedHeaders,
    cors,
    uiMounts,
    uiMount,
    uiNamespaces,
    resultantAcl,
    toolsHash,
    toolsRandom,
    keyStatus,
    rotate,
    pluginCatalog,
    pluginList,
    pluginPath,
    haStatus,
    versionHistory,
    sanitizedConfig,
    mfaValidate,
  ],
  sudo: [
    'auth/*',
    'remount',
    'audit',
    'audit/*',
    'raw',
    'raw/*',
    'rotate',
    'config/cors',
    'config/auditing/*',
    'config/ui/headers/*',
    'plugins/catalog/*',
    'revoke-prefix/*',
    'revoke-force/*',
    'leases/revoke-prefix/*',
    'leases/revoke-force/*',
    'leases/lookup/*',
    'leases',
    'storage/raft/snapshot-auto/config/*',
    'internal/inspect/*',
  ],
  unauthenticated: [
    'wrapping/lookup',
    'wrapping/pubkey',
    'replication/status',
    'internal/specs/openapi',
    'internal/ui/custom-messages',
    'internal/ui/mounts',
    'internal/ui/mounts/*',
    'internal/ui/namespaces',
    'replication/performance/status',
    'replication/dr/status',
    'mfa/validate',
  ],
  notModelled: NOT_MODELLED,
};

export const system = backendType<null>({
  type: 'system',
  class: 'secret',
  init: () => null,
  backend: () => backend,
});
