/** The modelled HashiCorp Vault. `machines` for the kernel; `handle` and the rest for whoever has no kernel. */
import type { AnyStateMachine } from 'xstate';
import { machines as kubernetesMachines } from './auth-kubernetes/index.ts';
import { backends } from './backends.ts';
import type { Continuation } from './core/continuation.ts';
import * as pure from './core/handle.ts';
import type { Moment } from './core/transaction.ts';
import { machines as databaseMachines } from './database/index.ts';
import type { VaultRequest } from './http/request.ts';
import { vaultMachine } from './server.ts';
import { initialState, type VaultSetup } from './state/initial.ts';
import type { VaultState } from './state/state.ts';

export type { Continuation } from './core/continuation.ts';
export type { Handled } from './core/handle.ts';
export { nextDue } from './core/handle.ts';
export type { Deferral, LogLine, Moment } from './core/transaction.ts';
export type { HttpAnswer } from './http/answer.ts';
export type { VaultRequest } from './http/request.ts';
export type { VaultContext, VaultInput } from './server.ts';
export type { VaultSetup } from './state/initial.ts';
export type { VaultState } from './state/state.ts';
export { type Version, type VersionName, versionName, versions } from './versions.ts';

export const machines: Readonly<Record<string, AnyStateMachine>> = {
  vault: vaultMachine,
  ...kubernetesMachines,
  ...databaseMachines,
};

/** The state of a Vault that has just started. */
export const initial = (setup: VaultSetup, moment: Moment): VaultState => initialState(setup, moment, backends);

/** Handles an HTTP request. */
export const handle = (state: VaultState, request: VaultRequest, moment: Moment): pure.Handled =>
  pure.handle(state, request, moment, backends);

/** Goes on with what waited for an actor. @param output what the actor gave */
export const resume = (state: VaultState, waiting: Continuation, output: unknown, moment: Moment): pure.Handled =>
  pure.resume(state, waiting, output, moment, backends);

/** Time has passed: ends what has come to its end. */
export const pass = (state: VaultState, moment: Moment): pure.Handled => pure.pass(state, moment, backends);
