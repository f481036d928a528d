import type { Dependency } from '../dependency/dependency.ts';

/** What lies around a rendering. Texts are ordinary text. */
export interface Surroundings {
  /** Environment of the Agent's process. */
  environment: Readonly<Record<string, string>>;
  /** Unix milliseconds, UTC, for `timestamp` and `sprig_now`. */
  now: number;
  /** Address that `sockaddr` reports. */
  address: string;
  /** Path the template is rendered to; `pkiCert` names it. */
  destination: string;
  /** The next number in [0, 1) for functions that draw at random. */
  random(): number;
  /** Names a `writeToFile` may give a file to, besides numbers. */
  users: readonly string[];
  groups: readonly string[];
  /** Data of a dependency: `found: false` marks it missing. */
  recall(dependency: Dependency): Recalled;
  /** A file the template writes itself (`writeToFile`). */
  write(file: WrittenFile): void;
  /** Text for the process's standard output (`spew_dump`). */
  print(text: string): void;
}

export interface Recalled {
  found: boolean;
  data: unknown;
}

/** What `writeToFile` asks for. */
export interface WrittenFile {
  path: string;
  text: string;
  append: boolean;
  mode: string;
}
