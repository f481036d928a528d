/** Milliseconds as a duration that reads well and loses nothing: `1m30s`, `1.824s`, `0s`. */
export const formatDuration = (milliseconds: number): string => {
  const [h, rest] = [Math.floor(milliseconds / 3_600_000), milliseconds % 3_600_000];
  const [m, ms] = [Math.floor(rest / 60_000), rest % 60_000];
  const s = Math.round(ms * 1000) / 1_000_000;
  const parts = [h > 0 ? `${h}h` : '', m > 0 ? `${m}m` : '', s > 0 || (h === 0 && m === 0) ? `${s}s` : ''];
  return parts.join('');
};
