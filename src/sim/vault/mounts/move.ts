import type { Transaction } from '../core/transaction.ts';
import type { MountEntry, Move, VaultState } from '../state/state.ts';
import { revokeAllOf } from './disable.ts';

/** Takes a mount to its new route, with its storage; its leases and tokens end. */
const finish = (tx: Transaction, move: Move): void => {
  const mount = tx.state.mounts[move.from];
  if (!mount || Object.hasOwn(tx.state.mounts, move.to)) return;
  revokeAllOf(tx, mount);
  const { [move.from]: _, ...mounts } = tx.state.mounts;
  const moved: MountEntry = { ...mount, route: move.to, path: move.to.replace(/^auth\//, '') };
  tx.set({ mounts: { ...mounts, [move.to]: moved } });
  tx.note(
    'info',
    'core.mounts.migration',
    `mount migration completed successfully: from=${move.from} to=${move.to} migration_id=${move.id}`,
  );
};

/** Starts a move; it is done when its time has come. @returns its id */
export const startMove = (tx: Transaction, from: string, to: string): string => {
  const id = tx.random.uuid();
  tx.set({ moves: [...tx.state.moves, { id, from, to, due: tx.wall + tx.version.moveDelay }] });
  finishMoves(tx);
  return id;
};

/** Finishes the moves whose time has come. */
export const finishMoves = (tx: Transaction): void => {
  const due = tx.state.moves.filter((move) => move.due <= tx.wall);
  if (due.length === 0) return;
  tx.set({ moves: tx.state.moves.filter((move) => move.due > tx.wall) });
  for (const move of due) finish(tx, move);
};

/** Unix milliseconds of the next one. */
export const nextMove = (state: VaultState): number | undefined =>
  state.moves.length === 0 ? undefined : Math.min(...state.moves.map((move) => move.due));
