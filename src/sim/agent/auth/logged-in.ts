import type { Effect } from '../../kernel/effects.ts';
import type { RequestFailed, ResponseArrived, Stamp } from '../../kernel/events.ts';
import { callOf, type Operation } from '../api/client.ts';
import { outcomeOf } from '../api/outcome.ts';
import { drawsOf } from '../draws.ts';
import type { TokenNew } from '../events.ts';
import type { WatcherInput } from '../lifetime/watcher.ts';
import type { AutoAuthContext } from './auto-auth-context.ts';
import { authLog, failed } from './failure.ts';
import { loginResult } from './login-result.ts';
import type { Method } from './method.ts';

export interface AuthChange {
  readonly set?: Partial<AutoAuthContext>;
  readonly out?: readonly Effect[];
}

const give = (c: AutoAuthContext, token: string): Effect[] => {
  const event: TokenNew = { type: 'token.new', token };
  return c.receivers.map((to) => ({ type: 'send', params: { to, event } }));
};

/** What an answer to the login means: a failure, or a token that is handed out and kept alive from now on. */
export const loggedIn = (c: AutoAuthContext, event: (ResponseArrived | RequestFailed) & Stamp): AuthChange => {
  const login = c.login as Operation;
  const outcome = outcomeOf(callOf(c.client, login, c.dialing), event);
  const method: Method = c.preload === null ? c.method : { type: 'token_file', tokenFilePath: '' };
  if (outcome.kind !== 'answer') {
    if (c.preload !== null) {
      const f = failed(c, event.entropy, 'could not look up token', outcome.text, 'err');
      return { ...f, set: { ...f.set, preload: null } };
    }
    // The lookup's error is lost in a shadowed variable, so a refused token file tells no reason, and `exit_on_err`
    // ends the process without an error.
    if (method.type === 'token_file')
      return failed(c, event.entropy, 'token file validation failed, token may be invalid', null);
    return failed(c, event.entropy, 'error authenticating', outcome.text);
  }
  const result = loginResult(method, c.wrapTtl > 0, outcome.body);
  if (result.kind === 'unusable') return failed(c, event.entropy, result.message, null);
  if (result.kind === 'wrapped')
    return {
      set: { verdict: 'wrapped', backoff: null },
      out: [
        ...authLog(c).info('authentication successful, sending wrapped token to sinks and pausing'),
        ...give(c, result.text),
      ],
    };
  const tokens = c.tokens + 1;
  const watcher = `${c.self}/token ${tokens}`;
  const input: WatcherInput = {
    client: c.client,
    token: result.token,
    lease: { seconds: result.seconds, renewable: result.renewable },
    owner: c.self,
    behaviour: 'ignoreErrors',
    retries: 0,
    draws: drawsOf(c.draws, `token ${tokens}`),
  };
  const stopOld: Effect[] = c.watcher === null ? [] : [{ type: 'stop', params: { id: c.watcher } }];
  const batchNote = 'note that this token type is batch, and batch tokens cannot be renewed';
  const out: Effect[] = [
    ...authLog(c).info('authentication successful, sending token to sinks'),
    ...give(c, result.token),
    ...(result.batch && c.preload === null ? authLog(c).info(batchNote, ['ttl', result.seconds]) : []),
    ...stopOld,
  ];
  const set = { tokens, token: result.token, backoff: null, preload: null };
  if (result.root)
    return {
      set: { ...set, watcher: null, verdict: 'root' },
      out: [...out, ...authLog(c).info('not starting token renewal process, as token is root token')],
    };
  return {
    set: { ...set, watcher, verdict: 'token' },
    out: [
      ...out,
      ...authLog(c).info('starting renewal process'),
      { type: 'spawn', params: { id: watcher, kind: 'agent/lifetime-watcher', input } },
    ],
  };
};
