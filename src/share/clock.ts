/** Virtual milliseconds as a clock, `0:01.824`, the same as on the page. */
export const clock = (milliseconds: number): string => {
  const ms = Math.max(0, Math.round(milliseconds));
  const two = (n: number): string => String(n).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${h > 0 ? `${h}:${two(m)}` : m}:${two(s)}.${String(ms % 1000).padStart(3, '0')}`;
};
