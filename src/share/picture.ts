import type { Exchange, Party } from '../sim/index.ts';
import { clock } from './clock.ts';

/** Exchanges of one picture; a taller one no program shows. */
export const MOST_DRAWN = 150;

const WIDTH = 1_000;
const LEFT = 90;
const HEAD = 74;
const TEXT = 15;
const ARROW = 26;
const LETTERS = 118;

/** The light theme's colors, as every program takes them. */
const COLORS = {
  ground: '#ffffff',
  line: '#d9d8d3',
  ink: '#22252b',
  soft: '#5d626c',
  stop: '#a32530',
  workload: '#1b6a4b',
  agent: '#0d5f97',
  injector: '#84309a',
  provider: '#0d6672',
  kubernetes: '#4343ad',
  vault: '#80530d',
  operator: '#5f4d4b',
} as const;

const escaped = (text: string): string =>
  // XML 1.0 has no place for control characters.
  text.replace(/[&<>"']|[^\t\n\r\x20-\uD7FF\uE000-\uFFFD]/gu, (c) =>
    /[&<>"']/.test(c) ? `&#${c.charCodeAt(0)};` : '�',
  );

/** Words in lines of at most so many letters. */
const wrapped = (text: string): string[] => {
  const lines: string[] = [''];
  for (const word of text.replace(/\s+/g, ' ').split(' ')) {
    const last = lines.length - 1;
    const next = lines[last] === '' ? word : `${lines[last]} ${word}`;
    if (next.length <= LETTERS || lines[last] === '') lines[last] = next.slice(0, 3 * LETTERS);
    else lines.push(word.slice(0, 3 * LETTERS));
  }
  return lines.slice(0, 4);
};

/**
 * The lanes of a run as a picture of its own: SVG that needs no fonts, styles or scripts. Of a long run the last part.
 * @returns its text, and its size in pixels
 */
export const toPicture = (
  title: string,
  parties: readonly Party[],
  exchanges: readonly Exchange[],
): { readonly svg: string; readonly width: number; readonly height: number } => {
  const gap = (WIDTH - LEFT) / Math.max(parties.length, 1);
  const x = (id: string): number =>
    LEFT +
    gap *
      (Math.max(
        0,
        parties.findIndex((p) => p.id === id),
      ) +
        0.5);
  const shown = exchanges.slice(-MOST_DRAWN);
  let y = HEAD;
  const rows = shown.map(({ at, from, to, status, denied, sentence }) => {
    const kind = parties.find((p) => p.id === from)?.kind ?? 'operator';
    const color = denied ? COLORS.stop : COLORS[kind];
    const [a, b] = [x(from), from === to ? x(from) + gap / 2 : x(to)];
    const way = Math.sign(b - a);
    const line = y + ARROW - 6;
    const head = denied
      ? `<path d="M${b} ${line - 8}v16" stroke="${color}" stroke-width="5"/>`
      : `<path d="M${b} ${line}l${-8 * way} -5v10z" fill="${color}"/>`;
    const texts = wrapped(sentence).map(
      (t, i) =>
        `<text x="${LEFT}" y="${line + 17 + i * TEXT}" fill="${denied ? COLORS.stop : COLORS.ink}" stroke="${COLORS.ground}" stroke-width="3" paint-order="stroke">${escaped(t)}</text>`,
    );
    const row = [
      `<text x="12" y="${line + 4}" fill="${COLORS.soft}" font-family="monospace" font-size="11">${clock(at)}</text>`,
      `<path d="M${a} ${line}H${b}" stroke="${color}" stroke-width="2"/>`,
      head,
      `<text x="${b - 14 * way}" y="${line - 5}" fill="${color}" font-weight="bold" text-anchor="${way > 0 ? 'end' : 'start'}">${status ?? (denied ? 'no answer' : '…')}</text>`,
      ...texts,
    ].join('');
    y = line + 14 + texts.length * TEXT;
    return row;
  });
  const height = y + 16;
  const lanes = parties.map(
    ({ id, kind, name }) =>
      `<path d="M${x(id)} ${HEAD - 12}V${height - 8}" stroke="${COLORS.line}"/>` +
      `<text x="${x(id)}" y="${HEAD - 20}" fill="${COLORS[kind]}" font-weight="bold" text-anchor="middle">${escaped(name)}</text>`,
  );
  const about = `${title}: ${shown.length} exchanges between ${parties.map((p) => p.name).join(', ')}`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12.5" role="img">`,
    `<title>${escaped(about)}</title>`,
    `<rect width="100%" height="100%" fill="${COLORS.ground}"/>`,
    `<text x="12" y="26" font-size="16" font-weight="bold" fill="${COLORS.ink}">${escaped(title)}</text>`,
    ...lanes,
    ...rows,
    '</svg>',
  ].join('\n');
  return { svg, width: WIDTH, height };
};
