/**
 * What happens to the server itself: its process starts anew, it loses or gains leadership in a cluster. The storage
 * counts as durable, whatever it is called. (vault: vault/ha.go, http/handler.go handleRequestForwarding)
 */
import type { Transaction } from '../core/transaction.ts';
import { errorAnswer, type HttpAnswer } from '../http/answer.ts';
import type { MountEntry } from '../state/state.ts';

const NO_PROGRESS = { nonce: '', shares: [] };

/** A standby node that knows no active one can neither forward a request nor say where to send it. */
export const notActive = (): HttpAnswer => errorAnswer(500, 'local node not active but active cluster node not found');

const isKubernetes = (mount: MountEntry): boolean => mount.class === 'auth' && mount.type === 'kubernetes';

/** The process ended and runs again: sealed, and without what it kept in memory only. */
export const restarted = (tx: Transaction): void => {
  tx.set({
    seal: { ...tx.state.seal, sealed: true, progress: NO_PROGRESS },
    started: tx.wall,
    failedLogins: {},
  });
  for (const mount of Object.values(tx.state.mounts).filter(isKubernetes))
    tx.mutate(mount, (storage: { files: object; connections: object }) => {
      storage.files = {};
      storage.connections = {};
    });
  tx.note('info', '', '==> Vault server started! Log data will stream in below:');
};

/** The file system that the audit files are on can no longer be written, or can again. */
export const auditing = (tx: Transaction, trouble: string | undefined): void => {
  const { auditTrouble: _, ...state } = tx.state;
  tx.state = trouble === undefined ? state : { ...state, auditTrouble: trouble };
};

/** The node is no longer the active one, or is it again. */
export const leadership = (tx: Transaction, active: boolean): void => {
  tx.set({ standby: !active });
  if (active) tx.note('info', 'core', 'acquired lock, enabling active operation');
  else tx.note('warn', 'core', 'leadership lost, stopping active operation');
};
