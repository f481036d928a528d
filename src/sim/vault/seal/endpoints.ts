/** The few endpoints that answer whatever the seal: they belong to no backend. (vault: http/handler.go) */
import type { LogicalRequest } from '../core/logical-request.ts';
import type { Transaction } from '../core/transaction.ts';
import { emptyAnswer, errorAnswer, type HttpAnswer, jsonAnswer } from '../http/answer.ts';
import { rootAttempt, rootUpdate } from './generate-root.ts';
import { refusedWithoutSudo } from './guard.ts';
import { health } from './health.ts';
import { initialize } from './init.ts';
import { notActive } from './process.ts';
import { rekeyInit, rekeyUpdate } from './rekey.ts';
import { sealStatus } from './status.ts';
import { unseal } from './unseal.ts';

type Endpoint = (tx: Transaction, request: LogicalRequest, method: string) => HttpAnswer;

const isWrite = (method: string): boolean => method === 'PUT' || method === 'POST';

const leader: Endpoint = (tx, _, method) => {
  if (method !== 'GET') return errorAnswer(405);
  if (tx.state.seal.sealed && !tx.state.seal.initialized) return errorAnswer(503, 'Vault is sealed');
  return jsonAnswer(200, {
    ha_enabled: tx.state.standby !== undefined,
    is_self: tx.state.standby === false,
    active_time: '0001-01-01T00:00:00Z',
    leader_address: '',
    leader_cluster_address: '',
    performance_standby: false,
    performance_standby_last_remote_wal: 0,
  });
};

const seal: Endpoint = (tx, request, method) => {
  if (!isWrite(method)) return errorAnswer(405);
  if (tx.state.seal.sealed) return emptyAnswer(204);
  const refused = refusedWithoutSudo(tx, request);
  if (refused) return refused;
  tx.set({ seal: { ...tx.state.seal, sealed: true, progress: { nonce: '', shares: [] } } });
  tx.note('info', 'core', 'vault is sealed');
  return emptyAnswer(204);
};

const stepDown: Endpoint = (tx, request, method) => {
  if (!isWrite(method)) return errorAnswer(405);
  if (tx.state.seal.sealed) return errorAnswer(503, 'Vault is sealed');
  return refusedWithoutSudo(tx, request) ?? emptyAnswer(204);
};

const unsealed =
  (endpoint: Endpoint): Endpoint =>
  (tx, request, method) =>
    tx.state.seal.sealed
      ? errorAnswer(503, 'Vault is sealed')
      : tx.state.standby
        ? notActive()
        : endpoint(tx, request, method);

const endpoints: Readonly<Record<string, Endpoint>> = {
  'sys/health': (tx, { data }, method) => {
    if (method === 'HEAD') return { ...health(tx, data), body: null };
    return method === 'GET' ? health(tx, data) : errorAnswer(405);
  },
  'sys/seal-status': (tx, _, method) => (method === 'GET' ? jsonAnswer(200, sealStatus(tx)) : errorAnswer(405)),
  'sys/leader': leader,
  'sys/internal/ui/feature-flags': (_tx, _request, method) =>
    method === 'GET' ? jsonAnswer(200, { feature_flags: null }) : errorAnswer(405),
  'sys/init': (tx, { data }, method) =>
    method === 'GET'
      ? jsonAnswer(200, { initialized: tx.state.seal.initialized })
      : isWrite(method)
        ? initialize(tx, data)
        : errorAnswer(405),
  'sys/unseal': (tx, { data }, method) => (isWrite(method) ? unseal(tx, data) : errorAnswer(405)),
  'sys/seal': seal,
  'sys/step-down': stepDown,
  'sys/rekey/init': unsealed((tx, { data }, method) => rekeyInit(tx, method, data)),
  'sys/rekey/update': unsealed((tx, { data }, method) => (isWrite(method) ? rekeyUpdate(tx, data) : errorAnswer(405))),
  'sys/generate-root/attempt': unsealed((tx, { data }, method) => rootAttempt(tx, method, data)),
  'sys/generate-root/update': unsealed((tx, { data }, method) =>
    isWrite(method) ? rootUpdate(tx, data) : errorAnswer(405),
  ),
};

/** The endpoint of a path, if it is one of these. */
export const sealEndpoint = (path: string): Endpoint | undefined =>
  Object.hasOwn(endpoints, path) ? endpoints[path] : undefined;
