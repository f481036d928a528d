import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Run } from '../../../../../src/sim/index.ts';

/** One HTTP request as text, once it has come whole. */
const parse = (text: string) => {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const [method = '', path = ''] = first.split(' ');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = text.slice(end + 4);
  return Buffer.byteLength(body) < Number(headers['content-length'] ?? 0)
    ? undefined
    : { method, path, headers, body: body === '' ? null : body };
};

/**
 * A real HTTP server in front of a modelled one: what arrives goes into the world, what comes out is answered. It reads
 * HTTP itself, since Node's own server does not know the method LIST.
 */
export class Bridge {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  /** @param origin the modelled server: `http://vault:8200` */
  constructor(run: Run, origin: string) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      let text = '';
      socket.on('data', (part) => {
        text += part.toString('utf8');
        const request = parse(text);
        if (!request) return;
        const from = run.apply({ type: 'request', id: 'bridge', to: origin, ...request });
        run.settle();
        const answer = run.known.slice(from).findLast((entry) => entry.kind === 'response');
        if (answer?.kind !== 'response') {
          socket.destroy();
          return;
        }
        const body = answer.body === null ? '' : JSON.stringify(answer.body);
        const headers = { ...answer.headers, 'content-length': Buffer.byteLength(body), connection: 'close' };
        const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
        socket.end([`HTTP/1.1 ${answer.status} `, ...lines, '', body].join('\r\n'));
      });
    });
  }

  /** @returns its address: `http://127.0.0.1:34567` */
  open(): Promise<string> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => {
        resolve(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`);
      });
    });
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
