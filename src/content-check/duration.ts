/** A time of a run for people: `0 s`, `5 s`, `21 min`, `1 h 5 min`. */
export const spokenTime = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 10) / 100;
  if (seconds < 60) return `${seconds} s`;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = Math.round(seconds % 60);
  return [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : '', rest > 0 ? `${rest} s` : '']
    .filter((part) => part !== '')
    .join(' ');
};

/** A time of a run as on the clock: `00:00.13`, `00:21:00`. */
export const clockTime = (milliseconds: number): string => {
  const pad = (n: number): string => String(n).padStart(2, '0');
  const whole = Math.floor(milliseconds / 1000);
  const minutes = pad(Math.floor(whole / 60) % 60);
  const seconds = pad(whole % 60);
  if (milliseconds < 60_000) return `${minutes}:${seconds}.${pad(Math.floor((milliseconds % 1000) / 10))}`;
  return `${pad(Math.floor(whole / 3600))}:${minutes}:${seconds}`;
};
