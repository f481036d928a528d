import {
  type ActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  createMachine,
  getInitialMicrosteps,
} from 'xstate';

/** A machine runs this many microsteps for one event before it counts as caught in a loop. */
const MICROSTEPS = 10_000;

/** What one event did to an actor. */
export interface Step {
  readonly snapshot: AnyMachineSnapshot;
  /** State values passed through within the event, the last one included. */
  readonly values: readonly unknown[];
  /** Effects and XState's own timer actions, in order. */
  readonly actions: readonly { readonly type: string; readonly params: unknown }[];
}

let values: unknown[] = [];
let actions: { type: string; params: unknown }[] = [];

// XState's `transition()` builds a whole actor for each call and throws it away. This one scope serves all calls: the
// machines never look at it (no invoke, no spawnChild), and its executor and inspector only collect.
const host = createActor(createMachine({}));
host.system.inspect((e) => {
  if (e.type === '@xstate.microstep') values.push((e.snapshot as AnyMachineSnapshot).value);
});
const nothing = (): void => {};
const scope = {
  self: host,
  id: '',
  sessionId: '',
  logger: nothing,
  defer: nothing,
  stopChild: nothing,
  system: host.system,
  emit: nothing,
  actionExecutor: (a: { type: string; params: unknown }) => {
    actions.push(a);
  },
} as unknown as ActorScope<AnyMachineSnapshot, { type: string }>;

const collect = (run: () => AnyMachineSnapshot): Step => {
  values = [];
  actions = [];
  const snapshot = run();
  if (snapshot.status === 'error') throw snapshot.error;
  return { snapshot, values, actions };
};

/** Make a machine stop with an error, not hang, when its own transitions never come to rest. */
export const guardAgainstLoops = (machine: AnyStateMachine): void => {
  if (machine.options.maxIterations === Number.POSITIVE_INFINITY) machine.options.maxIterations = MICROSTEPS;
};

/** The pure first step of a machine. Throws whatever the machine's own code throws. */
export const begin = (machine: AnyStateMachine, input: object): Step => {
  const steps = getInitialMicrosteps(machine, input);
  const snapshot = steps.at(-1)?.[0];
  if (!snapshot) throw new Error(`${machine.id} has no initial state`);
  if (snapshot.status === 'error') throw snapshot.error;
  return { snapshot, values: steps.map(([s]) => s.value), actions: steps.flatMap(([, a]) => a as Step['actions']) };
};

/** The pure step from one snapshot to the next. Throws whatever the machine's own code throws. */
export const advance = (machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: { type: string }): Step =>
  collect(() => machine.transition(snapshot, event, scope as never));

/** The plain data of a snapshot. */
export interface SavedSnapshot {
  readonly value: unknown;
  readonly context: object;
  readonly historyValue?: unknown;
}

/** A snapshot from its plain data. */
export const revive = (machine: AnyStateMachine, saved: SavedSnapshot): AnyMachineSnapshot =>
  machine.resolveState({ value: saved.value, context: saved.context } as never);
