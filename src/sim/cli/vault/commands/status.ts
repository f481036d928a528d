import type { Command } from '../command.ts';
import { atMost } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import { FORMAT, HTTP_FLAGS } from '../flags.ts';
import type { Output } from '../output.ts';
import type { Data } from '../secret.ts';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const ORDER = [
  'type',
  'initialized',
  'sealed',
  't',
  'n',
  'progress',
  'nonce',
  'version',
  'build_date',
  'migration',
  'cluster_name',
  'cluster_id',
  'recovery_seal',
  'storage_type',
];

/** The state of the seal, as `status` and `operator unseal` show it. (vault: command/format.go, OutputSealStatus) */
export const showSeal = (out: Output, seal: Data, leader: Data | null): void => {
  const ha = leader?.ha_enabled === true;
  if (!out.isTable) {
    out.value({
      ...Object.fromEntries(ORDER.filter((k) => seal[k] !== undefined).map((k) => [k, seal[k]])),
      ...(leader && {
        ha_enabled: ha,
        ...(ha && {
          is_self: leader.is_self,
          leader_address: leader.leader_address,
          leader_cluster_address: leader.leader_cluster_address,
        }),
        active_time: leader.active_time ?? '0001-01-01T00:00:00Z',
      }),
    });
    return;
  }
  const recovery = seal.recovery_seal === true;
  const prefix = recovery ? 'Recovery ' : '';
  const rows = [
    [`${prefix}Seal Type`, text(seal.type)],
    ['Initialized', text(seal.initialized)],
    ['Sealed', text(seal.sealed)],
    [`Total ${prefix}Shares`, text(seal.n)],
    ['Threshold', text(seal.t)],
    ...(seal.sealed === true
      ? [
          ['Unseal Progress', `${text(seal.progress)}/${text(seal.t)}`],
          ['Unseal Nonce', text(seal.nonce)],
        ]
      : []),
    ...(seal.migration === true ? [['Seal Migration in Progress', 'true']] : []),
    ['Version', text(seal.version)],
    ['Build Date', text(seal.build_date)],
    ['Storage Type', text(seal.storage_type)],
    ...(text(seal.cluster_name) !== '' && seal.sealed !== true
      ? [
          ['Cluster Name', text(seal.cluster_name)],
          ['Cluster ID', text(seal.cluster_id)],
        ]
      : []),
    ...(leader ? [['HA Enabled', String(ha)]] : []),
    ...(leader && ha && seal.sealed !== true
      ? [
          ['HA Cluster', text(leader.leader_cluster_address)],
          ['HA Mode', leader.is_self === true ? 'active' : 'standby'],
          ...(leader.is_self === true ? [['Active Since', text(leader.active_time)]] : []),
        ]
      : []),
  ];
  out.table(['Key', 'Value'], rows);
};

/** `vault status`: exit 0 unsealed, 2 sealed, 1 error. (vault: command/status.go) */
export const status: Command = {
  synopsis: 'Print seal and HA status',
  usage: '',
  flags: { ...HTTP_FLAGS, ...FORMAT },
  *run(call) {
    atMost(call.args, 0);
    const seal = yield* call.client.send({ method: 'GET', path: 'sys/seal-status' });
    if (seal.error !== undefined) throw new CommandFailure(1, `Error checking seal status: ${seal.error}`);
    const leader = yield* call.client.send({ method: 'GET', path: 'sys/leader' });
    const sealed = leader.error?.includes('Vault is sealed') === true;
    if (leader.error !== undefined && !sealed)
      throw new CommandFailure(1, `Error checking leader status: ${leader.error}`);
    const state = seal.body as Data;
    // A sealed server does not tell, and the client then takes high availability as given.
    showSeal(call.out, state, sealed ? { ha_enabled: true } : (leader.body as Data));
    return state.sealed === true ? 2 : 0;
  },
};
