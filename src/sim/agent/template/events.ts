/** What runner, dependencies and template server tell each other. */

/** dependency → runner: data arrived that differs from what was known. */
export interface DependencyData {
  readonly type: 'dependency.data';
  readonly dependency: string;
  readonly data: unknown;
}

/** dependency → runner: a fetch failed (it may be tried again). */
export interface DependencyFailed {
  readonly type: 'dependency.failed';
  readonly failure: ServerError;
}

/** dependency → runner: there will be no more tries. */
export interface DependencyGaveUp {
  readonly type: 'dependency.gaveUp';
  readonly error: string;
}

/** A failed fetch, as far as the template server looks at it. */
export interface ServerError {
  /** Status of Vault's answer; `null` where the error is not an API error. */
  readonly status: number | null;
  readonly text: string;
}

/** runner → its server: as it came from a dependency. */
export interface RunnerServerError {
  readonly type: 'runner.serverError';
  readonly runner: string;
  readonly failure: ServerError;
}

/** runner → its server: it has ended with an error. */
export interface RunnerFailed {
  readonly type: 'runner.failed';
  readonly runner: string;
  readonly error: string;
}

/** runner → its server: templates were evaluated to the end. */
export interface RunnerRendered {
  readonly type: 'runner.rendered';
  readonly runner: string;
  /** Every template has been, at least once. */
  readonly all: boolean;
  /** What each template gave last; for the exec server. */
  readonly outputs: readonly string[];
}
