import { answer, type Endpoint } from '../server/context.ts';

/** `GET /healthz`, `/livez`, `/readyz` */
export const health: Endpoint = {
  matches: ({ request }) => request.method === 'GET' && ['/healthz', '/livez', '/readyz'].includes(request.path),
  handle: () => answer(200, 'ok'),
};
