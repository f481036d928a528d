/** What the injector's actor sends and logs. Texts as hclog 1.6.3 prints them in vault-k8s: agent-inject/handler.go. */

import { quote } from '../../go/quote.ts';
import type { LogEffect, RespondEffect } from '../../kernel/effects.ts';
import type { InjectorContext, LastRequest } from './context.ts';

type Scope = { readonly context: InjectorContext };

/** Sends the answer that is ready. The handler names no type, so Go's server guesses: JSON, too, looks like text to it. */
export const respond = {
  type: 'respond',
  params: ({ context: { last } }: Scope): RespondEffect => ({
    exchange: last?.exchange ?? 0,
    status: last?.reply?.status ?? 500,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: last?.reply?.body ?? null,
  }),
} as const;

export const drop = {
  type: 'drop',
  params: ({ context }: Scope) => ({ exchange: context.last?.exchange ?? 0 }),
} as const;

const log = (line: (last: LastRequest) => Omit<LogEffect, 'logger'>) =>
  ({
    type: 'log',
    params: ({ context }: Scope): LogEffect => ({
      logger: 'handler',
      ...(context.last ? line(context.last) : { text: '' }),
    }),
  }) as const;

export const requestReceived = log(({ method, path }) => ({
  text: `Request received: Method=${method} URL=${path}`,
  level: 'info',
}));

/** A request that is no review. What the handler calls warning and what error is its own choice. */
export const warning = log(({ warning, reply }) => {
  const text = warning ?? '';
  const tail = `=${quote(text)} Code=${reply?.status ?? 0}`;
  if (text.startsWith('Invalid content-type')) return { text: `warning for request: Warn${tail}`, level: 'warn' };
  const about = text === 'Empty request body' ? 'warning for request: Warn' : 'error on request: Error';
  return { text: about + tail, level: 'error' };
});

/** The only denial that the handler logs; its `%s` and its odd key are in the real program. */
export const notAPod = log(({ verdict }) => ({
  text: `could not unmarshal request to pod: %s: EXTRA_VALUE_AT_END=${quote(verdict?.text ?? '')}`,
  level: 'error',
}));
