/** Lets real HTTP clients talk to a model: a loopback server that hands each request to a run and waits for its answer. */

import { STATUS_CODES } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { Run } from '../../src/sim/index.ts';
import { ask } from '../conformance/client.ts';

export interface Bridge {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  close(): Promise<void>;
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Take one HTTP/1.1 request off the front of what has arrived. Node's own parser refuses methods it does not know, and
 * Vault has one of those: LIST.
 */
const takeRequest = (arrived: string): { request: Request; rest: string } | null => {
  const end = arrived.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = arrived.slice(0, end).split('\r\n');
  const [method = '', path = ''] = first.split(' ');
  const headers = Object.fromEntries(
    lines.map((l) => [l.slice(0, l.indexOf(':')).toLowerCase(), l.slice(l.indexOf(':') + 1).trim()]),
  );
  const length = Number(headers['content-length'] ?? 0);
  const body = arrived.slice(end + 4, end + 4 + length);
  return body.length < length
    ? null
    : { request: { method, path, headers, body }, rest: arrived.slice(end + 4 + length) };
};

/** What a body is on the modelled network: JSON as data, everything else as text. */
const dataOf = ({ body, headers }: Request): unknown => {
  if (body === '') return undefined;
  const text = Buffer.from(body, 'latin1').toString('utf8');
  if (!/json/.test(headers['content-type'] ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const answerTo = (run: Run, origin: string, request: Request): string | null => {
  const { method, path, headers } = request;
  const body = dataOf(request);
  const answer = ask(run, { to: origin, method, path, headers, ...(body !== undefined && { body }) });
  if ('failed' in answer) return null;
  const text = answer.body === null ? '' : typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  const sent = { 'content-type': 'application/json', ...answer.headers, 'content-length': String(bytes.length) };
  const head = Object.entries(sent)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n${head}\r\n${bytes}`;
};

/**
 * Open a bridge into a run.
 * @param origin whom the requests are for, e.g. `http://vault:8200`
 */
export const openBridge = async (run: Run, origin: string): Promise<Bridge> => {
  const server: Server = createServer((socket) => {
    let arrived = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      arrived += piece.toString('latin1');
      for (let taken = takeRequest(arrived); taken !== null; taken = takeRequest(arrived)) {
        arrived = taken.rest;
        const answer = answerTo(run, origin, taken.request);
        if (answer === null) socket.destroy();
        else socket.write(answer, 'latin1');
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close();
    },
  };
};
