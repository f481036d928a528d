export type { Command } from './command.ts';
export {
  type Effect,
  effects,
  type ListenEffect,
  type LogEffect,
  type RequestEffect,
  type RespondEffect,
  type SpawnEffect,
} from './effects.ts';
export { KernelError, type KernelErrorCode } from './errors.ts';
export type { KernelEvent, RequestArrived, RequestFailed, ResponseArrived, Spawned, Stamp, Stamped } from './events.ts';
export type { Entry, FailureEntry, FileEntry, LogEntry, RequestEntry, ResponseEntry, StateEntry } from './history.ts';
export { type Body, type FailureReason, type Headers, type HttpRequest, type HttpResponse, header } from './http.ts';
export type { Listener, Network, NetworkFault, Place } from './network.ts';
export { Random } from './random.ts';
export { type Recipe, Run, type Timed } from './run.ts';
export { load, type Saved, save } from './save.ts';
export { DEFAULT_EPOCH, rfc3339, type Time, type Wall } from './time.ts';
export type { Actor, File, Setup, World } from './world.ts';
