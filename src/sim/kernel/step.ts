import type { Command } from './command.ts';
import { type Carriage, type Draft, OUTSIDE } from './draft.ts';
import { sendEvent } from './effect.ts';
import { arrive, sendRequest } from './exchange.ts';
import { removeFile, writeFile } from './files.ts';
import { deliver, spawn, stop } from './lifecycle.ts';
import { defaultAddress } from './network.ts';
import { type Pending, pop } from './queue.ts';

const OPERATOR = { id: OUTSIDE, place: 'operator' };

const isCarriage = (event: { readonly type: string }): event is Carriage => event.type.startsWith('kernel.');

/** The first item of the queue happens; time moves to when it was due. */
export const takeNext = (draft: Draft, item: Pending): void => {
  const { queue, inFlight } = draft.world;
  draft.set({ queue: pop(queue), now: item.due, inFlight: inFlight - (item.timer === undefined ? 1 : 0) });
  draft.cause = item.cause;
  if (isCarriage(item.event)) arrive(draft, item.event);
  else deliver(draft, item);
};

/** A command is applied now. */
export const applyCommand = (draft: Draft, command: Command): void => {
  draft.cause = draft.record({ kind: 'command', command });
  draft.set({ applied: draft.world.applied + 1 });
  const { network } = draft.world;
  switch (command.type) {
    case 'spawn': {
      const { type: _, ...what } = command;
      spawn(draft, OUTSIDE, command.place ?? command.id, what);
      break;
    }
    case 'stop':
      draft.actor(command.id);
      stop(draft, command.id);
      break;
    case 'send':
      sendEvent(draft, OUTSIDE, command.to, command.event, 0);
      break;
    case 'request':
      sendRequest(draft, OUTSIDE, command.place ?? OPERATOR.place, command);
      break;
    case 'fault':
      draft.setNetwork({ faults: [...network.faults.filter((f) => f.id !== command.fault.id), command.fault] });
      break;
    case 'heal':
      draft.setNetwork({ faults: network.faults.filter((f) => f.id !== command.id) });
      break;
    case 'skew': {
      const place = network.places[command.place] ?? { address: defaultAddress(command.place), skew: 0 };
      draft.setNetwork({ places: { ...network.places, [command.place]: { ...place, skew: command.milliseconds } } });
      break;
    }
    case 'write':
      writeFile(draft, OPERATOR, command.path, command.text, command.mode);
      break;
    case 'remove':
      removeFile(draft, OPERATOR, command.path);
      break;
    case 'note':
      break;
    default:
      draft.fail('bad command', OUTSIDE, `unknown command ${JSON.stringify(command)}`);
  }
};
