import { admit } from '../admission/admission.ts';
import { podSecurity } from '../admission/pod-security.ts';
import { matchingHooks } from '../admission/webhook-match.ts';
import { type CallResult, readReview, reviewCall } from '../admission/webhook-review.ts';
import type { KubeObject } from '../api/object.ts';
import { badRequest, StatusError } from '../api/status.ts';
import { checkEscalation } from '../authz/escalation.ts';
import { kindAt } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import { commit } from './commit.ts';
import type { Context, Outcome } from './context.ts';
import { decodeInto } from './decode-body.ts';
import { expectedOf } from './expected.ts';
import type { Call, Hook, Pending } from './pending.ts';

/** What a write needs of its surroundings, at its start and when it goes on after a webhook. */
export type Surroundings = Pick<Context, 'state' | 'wall' | 'random'>;

/** A write before admission. */
export type Start = Omit<Pending, 'stage' | 'hooks'>;

/** The kind a pending write is about. */
export const kindOf = (pending: Pick<Pending, 'group' | 'plural'>): Kind => {
  const kind = kindAt(pending.group, pending.plural);
  if (!kind) throw new Error(`no kind at ${pending.group}/${pending.plural}`);
  return kind;
};

/**
 * Take a write through admission: built-in plugins, mutating webhooks, validation, validating webhooks, storage.
 * @throws StatusError
 */
export const startWrite = (s: Surroundings, start: Start): Outcome => {
  const kind = kindOf(start);
  const { operation, namespace, subresource, object, old } = start;
  const name = start.name || object?.metadata.name || object?.metadata.generateName || '';
  admit({ state: s.state, kind, operation, namespace, name, subresource, object, random: s.random });
  if (object && operation !== 'DELETE') checkEscalation(s.state, start.user, kind, object);
  const hooks = matchingHooks(s.state, { kind, operation, namespace, subresource, object, old }, true);
  return next(s, { ...start, stage: 'mutating', hooks });
};

const subjectOf = (pending: Pending, kind: Kind) => ({
  kind,
  operation: pending.operation,
  namespace: pending.namespace,
  subresource: pending.subresource,
  object: pending.object,
  old: pending.old,
});

/** Go on: the next webhook, the next stage, or the store. */
const next = (s: Surroundings, pending: Pending): Outcome => {
  const [hook] = pending.hooks;
  const kind = kindOf(pending);
  if (hook) return ask(s, hook, pending, kind);
  if (pending.stage === 'mutating') {
    const ready = commit(s, pending, kind, 'prepare');
    const warnings = [...ready.warnings, ...podSecurity(s.state, kind, ready)];
    const hooks = matchingHooks(s.state, subjectOf(ready, kind), false);
    return next(s, { ...ready, warnings, stage: 'validating', hooks });
  }
  return store(s, pending, kind);
};

const store = (s: Surroundings, pending: Pending, kind: Kind): Outcome => {
  const done = commit(s, pending, kind, 'store');
  return { kind: 'answer', status: done.status, body: done.body, warnings: pending.warnings };
};

const ask = (s: Surroundings, hook: Hook, pending: Pending, kind: Kind): Outcome => {
  if (pending.dryRun && !['None', 'NoneOnDryRun'].includes(hook.sideEffects))
    throw badRequest(`admission webhook ${JSON.stringify(hook.name)} does not support dry run`);
  const call = reviewCall(hook, pending, kind, s.random.uuid());
  return { kind: 'webhook', call, pending };
};

/**
 * Go on with a write after a webhook's answer, or after the want of one.
 * @throws StatusError
 */
export const resumeWrite = (s: Surroundings, pending: Pending, call: Call, result: CallResult): Outcome => {
  const kind = kindOf(pending);
  const reading = readReview(call, result, pending, kind);
  const rest = { ...pending, hooks: pending.hooks.slice(1) };
  if (reading.kind === 'denied') throw reading.error;
  if (reading.kind === 'failed') {
    if (call.hook.failurePolicy === 'Ignore') return next(s, rest);
    throw reading.error;
  }
  const warnings = [...pending.warnings, ...reading.warnings];
  if (!call.hook.mutating || reading.object === pending.object || !reading.object)
    return next(s, { ...rest, warnings });
  return next(s, { ...rest, warnings, object: reread(reading.object, kind) });
};

/**
 * What the server's log says of a call that failed; `null` where nothing did.
 * (apiserver: pkg/admission/plugin/webhook/mutating/dispatcher.go)
 */
export const callFailure = (pending: Pending, call: Call, result: CallResult): string | null => {
  const reading = readReview(call, result, pending, kindOf(pending));
  if (reading.kind !== 'failed') return null;
  const { failurePolicy, name } = call.hook;
  const open = failurePolicy === 'Ignore' ? 'open' : 'closed';
  const text = reading.error.message.replace(/^Internal error occurred: /, '');
  return `Failed calling webhook, failing ${open} ${name}: ${text}`;
};

/** A patched object is read and defaulted like one that came from a client. */
const reread = (object: KubeObject, kind: Kind): KubeObject => {
  try {
    const read = decodeInto(object, expectedOf(kind), [], 'Ignore') as unknown as KubeObject;
    kind.defaults?.(read);
    return read;
  } catch (error) {
    if (error instanceof StatusError) throw badRequest(error.message);
    throw error;
  }
};
