import type { AnyStateMachine } from 'xstate';

/** Every kind of actor a world may start. */
export const machines: Readonly<Record<string, AnyStateMachine>> = {};
