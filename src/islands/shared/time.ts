/** Virtual milliseconds as a clock: `00:20:05.120`; hours only when they are needed, milliseconds on request. */
export const clockText = (milliseconds: number, precise = false): string => {
  const ms = Math.max(0, Math.round(milliseconds));
  const two = (n: number): string => String(n).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = precise ? `.${String(ms % 1000).padStart(3, '0')}` : '';
  return `${h > 0 ? `${h}:${two(m)}` : m}:${two(s)}${tail}`;
};

/** The same in words for a screen reader: `20 minutes 5 seconds`. */
export const spokenTime = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}${n === 1 ? '' : 's'}`);
  return said.length > 0 ? said.join(' ') : '0 seconds';
};
