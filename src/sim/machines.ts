import type { AnyStateMachine } from 'xstate';
import { machines as agent } from './agent/index.ts';
import { machines as cli } from './cli/index.ts';
import { machines as delivery } from './delivery/index.ts';
import { machines as injector } from './injector/index.ts';
import { machines as kubernetes } from './kubernetes/index.ts';
import { machines as postgresql } from './postgresql/index.ts';
import { machines as vault } from './vault/index.ts';

/** Every kind of actor a world may start. */
export const machines: Readonly<Record<string, AnyStateMachine>> = {
  ...agent,
  ...cli,
  ...delivery,
  ...injector,
  ...kubernetes,
  ...postgresql,
  ...vault,
};
