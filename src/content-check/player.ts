import type { Player } from './play.ts';

/**
 * The player that the site and the content check use. While it is null, pages say that their runs are not played yet,
 * and the content check says how many scenarios and proofs it could not play.
 */
export const player: Player | null = null;
