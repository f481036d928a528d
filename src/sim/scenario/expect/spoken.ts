import type { Time } from '../../kernel/index.ts';

/** `21 min 5 s`, `250 ms`. */
export const spoken = (time: Time): string => {
  if (time < 1000) return `${time} ms`;
  const seconds = Math.floor(time / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return [h > 0 ? `${h} h` : '', m > 0 ? `${m} min` : '', s > 0 ? `${s} s` : ''].filter((p) => p !== '').join(' ');
};
