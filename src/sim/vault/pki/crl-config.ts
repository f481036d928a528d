/** `config/crl`: how long revocation lists are good, and whether there are any. Source: vault: builtin/logical/pki/path_config_crl.go. */
import {
  errorResponse,
  type FieldData,
  type FieldSchemas,
  formatGoDuration,
  parseVaultDuration,
  path,
} from '../framework/index.ts';
import { rebuildLists } from './revocation-lists.ts';
import { secondsOf } from './seconds.ts';
import type { Storage } from './storage.ts';

export interface CrlConfig {
  expiry: string;
  disable: boolean;
  ocsp_disable: boolean;
  ocsp_expiry: string;
  auto_rebuild: boolean;
  auto_rebuild_grace_period: string;
  enable_delta: boolean;
  delta_rebuild_interval: string;
  cross_cluster_revocation: boolean;
  unified_crl: boolean;
  unified_crl_on_existing_paths: boolean;
  max_crl_entries: number;
}

/** (vault: pki_backend/crl_config.go, DefaultCrlConfig) */
export const defaultCrlConfig = (): CrlConfig => ({
  expiry: '72h',
  disable: false,
  ocsp_disable: false,
  ocsp_expiry: '12h',
  auto_rebuild: false,
  auto_rebuild_grace_period: '12h',
  enable_delta: false,
  delta_rebuild_interval: '15m',
  cross_cluster_revocation: false,
  unified_crl: false,
  unified_crl_on_existing_paths: false,
  max_crl_entries: 100_000,
});

const fields = {
  expiry: { type: 'string' },
  disable: { type: 'bool' },
  ocsp_disable: { type: 'bool' },
  ocsp_expiry: { type: 'string' },
  auto_rebuild: { type: 'bool' },
  auto_rebuild_grace_period: { type: 'string' },
  enable_delta: { type: 'bool' },
  delta_rebuild_interval: { type: 'string' },
  cross_cluster_revocation: { type: 'bool' },
  unified_crl: { type: 'bool' },
  unified_crl_on_existing_paths: { type: 'bool' },
  max_crl_entries: { type: 'int' },
} as const satisfies FieldSchemas;

const duration = (given: FieldData<typeof fields>, name: keyof typeof fields, present: string): string => {
  const text = given.given(name);
  if (typeof text !== 'string') return present;
  const parsed = parseVaultDuration(text);
  if (parsed.error !== undefined) throw errorResponse(`given ${name} could not be decoded: ${parsed.error}`);
  if (name === 'ocsp_expiry' && parsed.seconds < 0)
    throw errorResponse(`ocsp_expiry must be greater than or equal to 0 got: ${formatGoDuration(parsed.seconds)}`);
  return text;
};

const merged = (present: CrlConfig, given: FieldData<typeof fields>): CrlConfig => {
  const most = given.given('max_crl_entries');
  return {
    expiry: duration(given, 'expiry', present.expiry),
    disable: given.given('disable') ?? present.disable,
    ocsp_disable: given.given('ocsp_disable') ?? present.ocsp_disable,
    ocsp_expiry: duration(given, 'ocsp_expiry', present.ocsp_expiry),
    auto_rebuild: given.given('auto_rebuild') ?? present.auto_rebuild,
    auto_rebuild_grace_period: duration(given, 'auto_rebuild_grace_period', present.auto_rebuild_grace_period),
    enable_delta: given.given('enable_delta') ?? present.enable_delta,
    delta_rebuild_interval: duration(given, 'delta_rebuild_interval', present.delta_rebuild_interval),
    cross_cluster_revocation: given.given('cross_cluster_revocation') ?? present.cross_cluster_revocation,
    unified_crl: given.given('unified_crl') ?? present.unified_crl,
    unified_crl_on_existing_paths:
      given.given('unified_crl_on_existing_paths') ?? present.unified_crl_on_existing_paths,
    max_crl_entries: most !== undefined && (most === -1 || most > 0) ? most : present.max_crl_entries,
  };
};

/** The first rule that a configuration breaks. */
const complaint = (config: CrlConfig): string | undefined => {
  const expiry = secondsOf(config.expiry);
  if (config.unified_crl_on_existing_paths && !config.unified_crl)
    return 'unified_crl_on_existing_paths cannot be enabled if unified_crl is disabled';
  if (config.auto_rebuild && secondsOf(config.auto_rebuild_grace_period) >= expiry)
    return `CRL auto-rebuilding grace period (${config.auto_rebuild_grace_period}) must be strictly shorter than CRL expiry (${config.expiry}) value when auto-rebuilding of CRLs is enabled`;
  if (config.enable_delta && secondsOf(config.delta_rebuild_interval) >= expiry)
    return `CRL delta rebuild window (${config.delta_rebuild_interval}) must be strictly shorter than CRL expiry (${config.expiry}) value when delta CRLs are enabled`;
  if (!config.auto_rebuild && config.enable_delta)
    return 'Delta CRLs cannot be enabled when auto rebuilding is disabled as the complete CRL is always regenerated!';
  if (!config.auto_rebuild && config.cross_cluster_revocation)
    return 'Global, cross-cluster revocation queue cannot be enabled when auto rebuilding is disabled as the local cluster may not have the certificate entry!';
  if (config.cross_cluster_revocation)
    return 'Global, cross-cluster revocation queue (cross_cluster_revocation) can only be enabled on Vault Enterprise.';
  if (config.unified_crl) return 'unified_crl can only be enabled on Vault Enterprise';
  return undefined;
};

export const crlConfigPath = path<Storage>()({
  pattern: 'config/crl',
  fields,
  operations: {
    read: (_core, { storage }) => ({ data: { ...storage.crlConfig } }),
    update: (core, { storage }, given) => {
      const before = { ...storage.crlConfig };
      const config = merged(before, given);
      const refused = complaint(config);
      if (refused !== undefined) throw errorResponse(refused);
      if (config.enable_delta) core.notModelled('pki: delta CRLs');
      storage.crlConfig = config;
      const rebuild =
        before.disable !== config.disable ||
        (before.auto_rebuild && !config.auto_rebuild) ||
        before.enable_delta !== config.enable_delta;
      if (rebuild) rebuildLists(core, storage);
      return { data: { ...config } };
    },
  },
});
