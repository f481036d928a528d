/** A moment as Go prints it in JSON (time.RFC3339Nano, UTC): no fraction when it is zero. @param wall Unix milliseconds */
export const goTime = (wall: number): string => new Date(Math.floor(wall)).toISOString().replace(/\.?0*Z$/, 'Z');
