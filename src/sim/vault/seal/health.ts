import type { Transaction } from '../core/transaction.ts';
import { type HttpAnswer, jsonAnswer } from '../http/answer.ts';

const codeOf = (query: Readonly<Record<string, unknown>>, name: string, otherwise: number): number => {
  const given = Number(query[name]);
  return Number.isInteger(given) && given >= 100 && given <= 599 ? given : otherwise;
};

/** `sys/health`: the status tells the state; query parameters change it. (vault: http/sys_health.go) */
export const health = (tx: Transaction, query: Readonly<Record<string, unknown>>): HttpAnswer => {
  const { seal, cluster } = tx.state;
  const { initialized, sealed } = seal;
  const status = !initialized
    ? codeOf(query, 'uninitcode', 501)
    : sealed
      ? codeOf(query, 'sealedcode', 503)
      : tx.state.standby && query.standbyok !== 'true'
        ? codeOf(query, 'standbycode', 429)
        : codeOf(query, 'activecode', 200);
  const mode = sealed ? 'unknown' : 'disabled';
  return jsonAnswer(status, {
    initialized,
    sealed,
    standby: sealed || tx.state.standby === true,
    performance_standby: false,
    replication_performance_mode: mode,
    replication_dr_mode: mode,
    server_time_utc: Math.floor(tx.now),
    version: tx.version.version,
    enterprise: false,
    ...(!sealed && { cluster_name: cluster.name, cluster_id: cluster.id }),
    echo_duration_ms: 0,
    clock_skew_ms: 0,
    replication_primary_canary_age_ms: 0,
  });
};
