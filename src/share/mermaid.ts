import type { Exchange, Party } from '../sim/index.ts';
import { clock } from './clock.ts';

/** Messages of one diagram; more nobody can read, and renderers refuse. */
const MOST = 150;
const LONGEST = 90;

/** A text that Mermaid takes as text: its own marks are written as character codes. */
const plain = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
  return short.replace(/[#;<>{}"]/g, (c) => `#${c.charCodeAt(0)};`);
};

const idOf = (party: string): string => party.replace(/\W/g, '_');

interface Message {
  readonly at: number;
  readonly line: string;
}

const messagesOf = ({ from, to, at, answeredAt, request, status, denied, reason }: Exchange): Message[] => {
  const [a, b] = [idOf(from), idOf(to)];
  const answer = denied ? `${b}--x${a}: ` : `${b}-->>${a}: `;
  const said = status === null ? 'no answer' : `${status}${reason && denied ? ` ${reason}` : ''}`;
  return [
    { at, line: `${a}->>${b}: ${plain(request)}` },
    ...(status === null && !denied ? [] : [{ at: answeredAt ?? at, line: answer + plain(said) }]),
  ];
};

/** The exchanges of a run as a Mermaid sequence diagram, without its fence. */
export const toMermaid = (parties: readonly Party[], exchanges: readonly Exchange[]): string => {
  const messages = exchanges
    .flatMap(messagesOf)
    .map((message, order) => ({ ...message, order }))
    .sort((a, b) => a.at - b.at || a.order - b.order);
  const [first, last] = [parties[0], parties.at(-1)];
  let instant = '';
  const lines = messages.slice(0, MOST).flatMap(({ at, line }) => {
    const time = clock(at).replace(/\.\d+$/, '');
    if (time === instant || !first || !last) return [line];
    instant = time;
    return [`Note over ${idOf(first.id)},${idOf(last.id)}: ${time}`, line];
  });
  const left = messages.length - lines.filter((l) => !l.startsWith('Note')).length;
  return [
    'sequenceDiagram',
    ...parties.map(({ id, name }) => `participant ${idOf(id)} as ${plain(name)}`),
    ...lines,
    ...(left > 0 && first && last ? [`Note over ${idOf(first.id)},${idOf(last.id)}: … and ${left} more messages`] : []),
  ].join('\n  ');
};
