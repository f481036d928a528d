/** What the server says of itself: `sys/ha-status`, `sys/version-history`, `sys/config/state/sanitized`. */
import type { CoreResponse } from '../core/reply.ts';
import { goTime } from '../framework/index.ts';
import { buildDate } from '../seal/status.ts';
import { devConfig } from './dev-config.ts';
import { sysPath } from './path.ts';

export const haStatus = sysPath({
  pattern: 'ha-status',
  fields: {},
  operations: {
    read: ({ version }): CoreResponse => ({
      flat: true,
      data: {
        nodes: [
          {
            hostname: 'vm',
            api_address: 'http://vault:8200',
            cluster_address: version.clusterAddress,
            active_node: true,
            last_echo: null,
            version: version.version,
            echo_duration_ms: 0,
            clock_skew_ms: 0,
            replication_primary_canary_age_ms: 0,
          },
        ],
      },
    }),
  },
});

export const versionHistory = sysPath({
  pattern: 'version-history/?',
  fields: {},
  operations: {
    list: ({ tx, version }) => ({
      data: {
        key_info: {
          [version.version]: {
            build_date: buildDate(tx),
            previous_version: null,
            timestamp_installed: goTime(tx.state.started),
          },
        },
        keys: [version.version],
      },
    }),
  },
});

export const sanitizedConfig = sysPath({
  pattern: 'config/state/sanitized',
  fields: {},
  operations: { read: ({ version }) => ({ data: devConfig(version) }) },
});
