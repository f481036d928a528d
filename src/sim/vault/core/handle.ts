/**
 * One request, one output, or one moment: pure functions from a state to the next. The server machine calls these; so do
 * tests, benches and dry runs, without a kernel.
 */
import { answerOf, emptyAnswer, errorAnswer, type HttpAnswer } from '../http/answer.ts';
import { isPrintable, parseTarget } from '../http/path.ts';
import { logicalRequest, type VaultRequest } from '../http/request.ts';
import { UI_PAGE } from '../http/ui-page.ts';
import { expireDue, nextExpiry } from '../leases/expire.ts';
import { resumeRevocation } from '../leases/revoke.ts';
import { finishClosing } from '../mounts/disable.ts';
import { finishMoves, nextMove } from '../mounts/move.ts';
import { sealEndpoint } from '../seal/endpoints.ts';
import { auditing, leadership, notActive, restarted } from '../seal/process.ts';
import type { VaultState } from '../state/state.ts';
import type { Continuation } from './continuation.ts';
import { helpAnswer } from './help.ts';
import type { LogicalRequest } from './logical-request.ts';
import { handleLogical, resumeRequest, type Step } from './pipeline.ts';
import { type Deferral, type LogLine, type Moment, type Registry, Transaction } from './transaction.ts';
import { nextWake, resumeWake, runWakes } from './wake.ts';

/** What a call did. Exactly one of `response` and `deferred` is there where a request was being handled. */
export interface Handled {
  readonly state: VaultState;
  readonly response?: HttpAnswer;
  /** Start this actor and come back with `resume`. */
  readonly deferred?: Deferral;
  /** Start these too; nobody waits for them, but come back with `resume` all the same. */
  readonly background: readonly Deferral[];
  readonly log: readonly LogLine[];
  /** Text to append to files: audit logs. */
  readonly appends: readonly { readonly path: string; readonly text: string }[];
}

const handled = (tx: Transaction, rest: Pick<Handled, 'response' | 'deferred'>): Handled => ({
  state: tx.state,
  background: tx.background,
  log: tx.log,
  appends: tx.appends,
  ...rest,
});

const stepped = (tx: Transaction, requestId: string, step: Step): Handled =>
  'deferral' in step
    ? handled(tx, { deferred: step.deferral })
    : handled(tx, { response: answerOf(requestId, step.reply, step.operation, step.authenticated) });

const page = (): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: UI_PAGE,
});

const begin = (state: VaultState, moment: Moment, registry: Registry): Transaction => {
  const tx = new Transaction(state, moment, registry);
  finishMoves(tx);
  finishClosing(tx);
  expireDue(tx);
  runWakes(tx);
  return tx;
};

const beyondHttp = (tx: Transaction, request: LogicalRequest, method: string): Handled => {
  const endpoint = sealEndpoint(request.path);
  if (endpoint) return handled(tx, { response: endpoint(tx, request, method) });
  if (tx.state.seal.sealed) return handled(tx, { response: errorAnswer(503, 'Vault is sealed') });
  if (tx.state.standby) return handled(tx, { response: notActive() });
  if (request.operation === 'help') return handled(tx, { response: helpAnswer(tx, request) });
  return stepped(tx, request.id, handleLogical(tx, request));
};

/** Handles an HTTP request. @param moment Vault's clock and the seed of whatever is random in the answer */
export const handle = (state: VaultState, request: VaultRequest, moment: Moment, registry: Registry): Handled => {
  const tx = begin(state, moment, registry);
  const target = parseTarget(request.path);
  if (!isPrintable(target.path)) return handled(tx, { response: emptyAnswer(400) });
  if (!target.path.startsWith('/v1/')) return handled(tx, { response: page() });
  const logical = logicalRequest(tx.random.uuid(), request, target, tx.version.strictJson);
  if ('status' in logical) return handled(tx, { response: logical });
  return beyondHttp(tx, logical, request.method);
};

/** Goes on with what waited for an actor. @param output what the actor gave */
export const resume = (
  state: VaultState,
  continuation: Continuation,
  output: unknown,
  moment: Moment,
  registry: Registry,
): Handled => {
  const tx = begin(state, moment, registry);
  if (continuation.type === 'revocation') {
    resumeRevocation(tx, continuation, output);
    return handled(tx, {});
  }
  if (continuation.type === 'wake') {
    resumeWake(tx, continuation, output);
    return handled(tx, {});
  }
  const { id } = continuation.request;
  if (tx.state.seal.sealed) return handled(tx, { response: errorAnswer(503, 'Vault is sealed') });
  if (tx.state.standby) return handled(tx, { response: notActive() });
  return stepped(tx, id, resumeRequest(tx, continuation, output));
};

/** Time has passed: ends what has come to its end. */
export const pass = (state: VaultState, moment: Moment, registry: Registry): Handled =>
  handled(begin(state, moment, registry), {});

/** Something happened to the server itself. */
export const undergo = (
  state: VaultState,
  moment: Moment,
  registry: Registry,
  what: 'restart' | 'leadership lost' | 'leadership acquired' | 'disk full' | 'disk freed',
): Handled => {
  const tx = new Transaction(state, moment, registry);
  if (what === 'restart') restarted(tx);
  else if (what === 'disk full' || what === 'disk freed')
    auditing(tx, what === 'disk full' ? 'no space left on device' : undefined);
  else leadership(tx, what === 'leadership acquired');
  return handled(tx, {});
};

/** Unix milliseconds at which `pass` has something to do; `undefined`: never. */
export const nextDue = (state: VaultState): number | undefined => {
  if (state.closing.length > 0) return 0;
  if (state.seal.sealed || state.standby) return undefined;
  const moments = [nextExpiry(state), nextMove(state), nextWake(state)].filter((moment) => moment !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments);
};
