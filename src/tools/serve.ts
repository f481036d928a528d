/**
 * Serves the built site as GitHub Pages does: below the base path, with gzip, `/x` redirected to `/x/`, 404.html, and no
 * headers of one's own. `node src/tools/serve.ts [PORT]`
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { site } from '../site/config.ts';

const ROOT = fileURLToPath(new URL('../../dist', import.meta.url));
const FIRST_PORT = 4321;
/** Ports tried when nobody named one. */
const TRIES = 20;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = /^\.(html|js|mjs|css|json|svg|txt|xml|webmanifest)$/;

/** What to send for a path below the base: a file, a redirect, or nothing. */
const resolve = (path: string): { file: string; status: number } | { redirect: true } | null => {
  const file = join(ROOT, normalize(path));
  if (file !== ROOT && !file.startsWith(ROOT + sep)) return null;
  if (existsSync(file) && statSync(file).isDirectory()) {
    if (!path.endsWith('/')) return { redirect: true };
    const index = join(file, 'index.html');
    if (existsSync(index)) return { file: index, status: 200 };
  } else if (existsSync(file)) return { file, status: 200 };
  if (existsSync(`${file}.html`)) return { file: `${file}.html`, status: 200 };
  const missing = join(ROOT, '404.html');
  return existsSync(missing) ? { file: missing, status: 404 } : null;
};

const sendFile = (response: ServerResponse, file: string, status: number, gzip: boolean): void => {
  const type = extname(file);
  const compress = gzip && COMPRESSED.test(type);
  const body = readFileSync(file);
  response.writeHead(status, {
    'content-type': TYPES[type] ?? 'application/octet-stream',
    'cache-control': 'max-age=600',
    ...(compress && { 'content-encoding': 'gzip' }),
  });
  response.end(compress ? gzipSync(body) : body);
};

const pathOf = (url: string): string | null => {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
};

const server = createServer((request, response) => {
  const path = pathOf(request.url ?? '/');
  const inside = path?.startsWith(site.base) ? path.slice(site.base.length - 1) : null;
  if (path !== null && `${path}/` === site.base) return response.writeHead(301, { location: site.base }).end();
  const found = inside === null ? null : resolve(inside);
  if (found === null) return response.writeHead(404, { 'content-type': 'text/plain' }).end('404: no such page\n');
  if ('redirect' in found) return response.writeHead(301, { location: `${path}/` }).end();
  sendFile(response, found.file, found.status, /\bgzip\b/.test(request.headers['accept-encoding'] ?? ''));
  return response;
});

if (!existsSync(join(ROOT, 'index.html'))) {
  console.error('There is no built site in dist/. Run `npm run build` first.');
  process.exit(1);
}
const asked = process.argv[2] ?? process.env.PORT;
let port = Number(asked ?? FIRST_PORT);
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE' && asked === undefined && port < FIRST_PORT + TRIES)
    server.listen(++port, '127.0.0.1');
  else {
    console.error(
      error.code === 'EADDRINUSE' ? `Port ${port} is taken. Name another: npm start -- 8080` : error.message,
    );
    process.exit(1);
  }
});
server.on('listening', () => console.log(`${site.title} is served at http://localhost:${port}${site.base}`));
server.listen(port, '127.0.0.1');
