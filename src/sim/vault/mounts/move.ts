import type { Transaction } from '../core/transaction.ts';
import type { MountEntry, Move, VaultState } from '../state/state.ts';
import { revokeAllOf } from './disable.ts';

/** Takes a mount to its new route, with its storage; its leases and tokens end. */
const finish = (tx: Transaction, move: Move): Move => {
  const mount = tx.state.mounts[move.from];
  if (!mount || Object.hasOwn(tx.state.mounts, move.to)) return { ...move, status: 'failure' };
  revokeAllOf(tx, mount);
  const { [move.from]: _, ...mounts } = tx.state.mounts;
  const moved: MountEntry = { ...mount, route: move.to, path: move.to.replace(/^auth\//, '') };
  tx.set({ mounts: { ...mounts, [move.to]: moved } });
  tx.note(
    'info',
    'core.mounts.migration',
    `mount migration completed successfully: from=${move.from} to=${move.to} migration_id=${move.id}`,
  );
  return { ...move, status: 'success' };
};

/** Starts a move; it is done when its time has come. @returns its id */
export const startMove = (tx: Transaction, from: string, to: string): string => {
  const id = tx.random.uuid();
  const move: Move = { id, from, to, due: tx.wall + tx.version.moveDelay, status: 'in-progress' };
  tx.set({ moves: [...tx.state.moves, move] });
  finishMoves(tx);
  return id;
};

const isDue = (tx: Transaction, move: Move): boolean => move.status === 'in-progress' && move.due <= tx.wall;

/** Finishes the moves whose time has come. */
export const finishMoves = (tx: Transaction): void => {
  if (!tx.state.moves.some((move) => isDue(tx, move))) return;
  const moves = tx.state.moves.map((move) => (isDue(tx, move) ? finish(tx, move) : move));
  tx.set({ moves });
};

/** Unix milliseconds of the next one. */
export const nextMove = (state: VaultState): number | undefined => {
  const dues = state.moves.filter(({ status }) => status === 'in-progress').map(({ due }) => due);
  return dues.length === 0 ? undefined : Math.min(...dues);
};
