import type { Meter } from '../../exec/meter.ts';

/** goutils' word wrap: breaks at spaces, long words only where told to. Width in bytes. */
export const wrap = (meter: Meter, text: string, given: number, separator: string, breakWords: boolean): string => {
  const width = Math.max(given, 1);
  let out = '';
  let at = 0;
  while (text.length - at > width) {
    meter.charge(1 + separator.length);
    if (text[at] === ' ') {
      at++;
      continue;
    }
    const space = text.slice(at, at + width + 1).lastIndexOf(' ') + at;
    if (space >= at) {
      out += text.slice(at, space) + separator;
      at = space + 1;
    } else if (breakWords) {
      out += text.slice(at, at + width) + separator;
      at += width;
    } else {
      const next = text.indexOf(' ', at + width);
      if (next < 0) return out + text.slice(at);
      out += text.slice(at, next) + separator;
      at = next + 1;
    }
  }
  return out + text.slice(at);
};
