import type { Meter } from '../exec/meter.ts';
import type { Surroundings } from '../exec/surroundings.ts';
import type { Type } from './type.ts';
import type { Value } from './value.ts';

/** What a function sees of the rendering it is called in. */
export interface Call {
  meter: Meter;
  around: Surroundings;
  /** The pad of `scratch`. */
  scratch: Value;
  /** Run a named template of the same set (`executeTemplate`). */
  execute(name: string, dot: Value): string;
}

/** A function a template can call, with Go's static types. */
export interface GoFunction {
  params: readonly Type[];
  /** The last parameter takes any number of values. */
  variadic: boolean;
  result: Type;
  /** `args` are checked and converted already; throws `GoError` for a Go error or panic. */
  invoke(call: Call, args: readonly Value[]): Value;
}
