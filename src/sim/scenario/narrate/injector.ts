import { at, type Narrator, textAt } from './narrator.ts';

/** Exchanges with the Agent Injector. */
export const injectorNarrators: readonly Narrator[] = [
  {
    method: /^POST$/,
    path: /^\/mutate/,
    asks: ({ from, to, requestBody }) =>
      `${from} shows ${to} the Pod "${textAt(requestBody, 'request', 'object', 'metadata', 'name') || textAt(requestBody, 'request', 'object', 'metadata', 'generateName') || textAt(requestBody, 'request', 'name')}" before it is stored`,
    answers: ({ to, responseBody }) =>
      at(responseBody, 'response', 'patch') === undefined
        ? `${to} leaves it as it is`
        : `${to} adds the Vault Agent to it`,
    refuses: ({ responseBody }) =>
      at(responseBody, 'response', 'allowed') === false
        ? textAt(responseBody, 'response', 'status', 'message') || 'the injector refuses the Pod'
        : null,
  },
];
