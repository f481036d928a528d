/** Milliseconds of virtual time since the world began. */
export type Time = number;

/** Milliseconds since 1970-01-01T00:00:00Z as one actor's clock shows them (the world's epoch, the virtual time and the clock's skew). */
export type Wall = number;

/** The moment every world begins unless its file says otherwise: 2026-01-05T08:00:00Z, a Monday morning. */
export const DEFAULT_EPOCH: Wall = 1_767_600_000_000;

/** A wall time as Kubernetes prints it: RFC 3339, UTC, whole seconds, `2026-01-05T08:00:00Z`. */
export const rfc3339 = (wall: Wall): string =>
  `${new Date(Math.floor(wall / 1000) * 1000).toISOString().slice(0, 19)}Z`;
