/** Unix milliseconds as protobuf prints a timestamp: RFC 3339, a fraction only where there is one. '' for none. */
export const timestamp = (wall: number | null): string =>
  wall === null ? '' : new Date(wall).toISOString().replace(/\.?0+Z$/, 'Z');
