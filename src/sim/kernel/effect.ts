/** What each effect of a machine does to the world. */
import type { Draft } from './draft.ts';
import { type Effect, type EffectName, effects } from './effects.ts';
import { abortRequest, dropExchange, sendAnswer, sendRequest } from './exchange.ts';
import { appendFile, listFiles, readFile, removeFile, writeFile } from './files.ts';
import { spawn, stop } from './lifecycle.ts';
import { listenerKey } from './network.ts';
import type { Time } from './time.ts';

/** XState's own actions, which an `after` produces and the leaving of its state takes back. */
type TimerAction =
  | {
      readonly type: 'xstate.raise';
      readonly params: { readonly event: { readonly type: string }; readonly id: string; readonly delay?: number };
    }
  | { readonly type: 'xstate.cancel'; readonly params: { readonly sendId: string } };

type Performer<K extends EffectName> = (
  draft: Draft,
  by: { readonly id: string; readonly place: string },
  p: Extract<Effect, { type: K }>['params'],
) => void;

/** Send an event to an actor; one that does not exist (any more) is an error of the sender. */
export const sendEvent = (draft: Draft, from: string, to: string, event: { type: string }, delay: Time): void => {
  if (!draft.find(to))
    draft.fail('unknown actor', to, `the event "${event.type}" from ${from || 'outside'} has no receiver`);
  draft.enqueue(to, event, delay);
};

const performers: { readonly [K in EffectName]: Performer<K> } = {
  request: (draft, by, p) => sendRequest(draft, by.id, by.place, p),
  abort: (draft, by, p) => abortRequest(draft, by.id, p.id),
  respond: (draft, by, p) => sendAnswer(draft, by, 'response', p),
  chunk: (draft, by, p) => sendAnswer(draft, by, 'chunk', p),
  drop: (draft, by, p) => dropExchange(draft, by.id, p.exchange),
  listen: (draft, by, { host, ...rest }) =>
    draft.setNetwork({
      listeners: {
        ...draft.world.network.listeners,
        [listenerKey(host, by.place)]: { actor: by.id, place: by.place, ...rest },
      },
    }),
  unlisten: (draft, by, p) => draft.closeListeners((key) => key === listenerKey(p.host, by.place)),
  send: (draft, by, p) => sendEvent(draft, by.id, p.to, p.event, p.delay ?? 0),
  spawn: (draft, by, p) => spawn(draft, by.id, by.place, p),
  stop: (draft, _, p) => stop(draft, p.id),
  log: (draft, by, { text, level = 'info', logger = '' }) => {
    draft.record({ kind: 'log', actor: by.id, place: by.place, level, logger, text });
  },
  write: (draft, by, p) => writeFile(draft, by, p.path, p.text, p.mode),
  append: (draft, by, p) => appendFile(draft, by, p.path, p.text),
  remove: (draft, by, p) => removeFile(draft, by, p.path),
  read: (draft, by, p) => readFile(draft, by, p.id, p.path),
  list: (draft, by, p) => listFiles(draft, by, p.id, p.prefix),
  logs: (draft, by, p) => {
    const content = { type: 'log.content', id: p.id, actor: p.actor, lines: draft.logsOf(p.actor) };
    draft.enqueue(by.id, content, 0);
  },
};

const startTimer = (
  draft: Draft,
  id: string,
  { event, id: timer, delay = 0 }: (TimerAction & { type: 'xstate.raise' })['params'],
): void => {
  if (!Number.isFinite(delay))
    draft.fail('bad effect', id, `the delay of its timer "${timer}" is ${delay}, not a number of milliseconds`);
  const seq = draft.queue({ due: draft.now + Math.max(0, delay), to: id, event, timer });
  const actor = draft.actor(id);
  draft.put({ ...actor, timers: { ...actor.timers, [timer]: seq } });
};

const cancelTimer = (draft: Draft, id: string, timer: string): void => {
  const actor = draft.actor(id);
  if (!(timer in actor.timers)) return;
  const { [timer]: _, ...timers } = actor.timers;
  draft.put({ ...actor, timers });
};

/** Carry out one action of an actor's step. An actor that ended itself meanwhile does nothing more. */
export const performEffect = (draft: Draft, id: string, place: string, action: Effect | TimerAction): void => {
  if (!draft.find(id)) return;
  if (action.type === 'xstate.raise') startTimer(draft, id, action.params);
  else if (action.type === 'xstate.cancel') cancelTimer(draft, id, action.params.sendId);
  else if (Object.hasOwn(performers, action.type)) {
    const perform = performers[action.type] as Performer<EffectName>;
    perform(draft, { id, place }, action.params);
  } else {
    const known = Object.keys(effects).join(', ');
    draft.fail(
      'bad effect',
      id,
      `"${(action as { type: string }).type}" is not something an actor can do to the world; known: ${known}`,
    );
  }
};
