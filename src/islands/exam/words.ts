/** Numbers of exams as people read them. */

/** `70 %`. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Points: whole, or with one decimal where parts of points are given. */
export const pointsText = (points: number): string => String(Math.round(points * 10) / 10);

export const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** `59:05`, `1:29:05`. */
export const clockText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
};

/** `1 h 12 min`, `35 s`. */
export const durationText = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

/** A day and a time in the reader's own way of writing them. */
export const momentText = (unix: number): string =>
  new Date(unix).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
