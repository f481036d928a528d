import type { Claims } from './claims.ts';
import type { Config } from './config.ts';
import type { Connections } from './connection.ts';
import type { Denial } from './denial.ts';
import type { FileCache } from './local-files.ts';
import type { Role } from './role.ts';
import type { ServiceAccount } from './service-account.ts';

/** What the machine is started with: the request and the mount's storage at that moment. */
export interface LoginInput {
  readonly role: string;
  readonly jwt: string;
  /** Address of the client. */
  readonly remote: string;
  /** The role of that name, if there is one. */
  readonly stored: Role | null;
  readonly config: Config | null;
  readonly files: FileCache;
  readonly connections: Connections;
  /** See `Version.joseNamesItself`. */
  readonly joseNamesItself: boolean;
}

/** The states in which something is decided, in their real order. */
export type LoginStep =
  | 'readingRequest'
  | 'resolvingRole'
  | 'checkingSourceAddress'
  | 'loadingConfiguration'
  | 'readingLocalToken'
  | 'readingLocalCa'
  | 'checkingSignature'
  | 'checkingIssuer'
  | 'checkingAudience'
  | 'checkingTimes'
  | 'readingServiceAccount'
  | 'matchingName'
  | 'matchingNamespace'
  | 'readingNamespace'
  | 'namingAlias'
  | 'reviewingToken'
  | 'readingAnnotations';

/** One decision that was passed, in words for a learner. */
export interface Passed {
  readonly step: LoginStep;
  readonly words: string;
}

/** What the steps find out on their way. */
export interface Learned {
  readonly files: FileCache;
  readonly connections: Connections;
  /** Lines for Vault's log, without the logger's name. */
  readonly log: readonly string[];
  /** Vault's own token, if it is used and could be read. */
  readonly localToken: string;
  readonly localCa: string;
  /** The open connection is used for the request under way. */
  readonly connectionOpen: boolean;
  /** All claims of the token as they stand in it. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly claims: Claims | null;
  readonly account: ServiceAccount | null;
  readonly aliasName: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Context and output of the machine. Few keys: XState copies all of them at every step. */
export interface LoginContext {
  readonly given: LoginInput;
  /** Vault's clock, Unix milliseconds. */
  readonly wall: number;
  readonly passed: readonly Passed[];
  /** Set when the login is refused. */
  readonly denial: (Denial & { readonly step: LoginStep }) | null;
  readonly learned: Learned;
}

export const startOf = (given: LoginInput, wall: number): LoginContext => ({
  given,
  wall,
  passed: [],
  denial: null,
  learned: {
    files: given.files,
    connections: given.connections,
    log: [],
    localToken: '',
    localCa: '',
    connectionOpen: false,
    payload: {},
    claims: null,
    account: null,
    aliasName: '',
    annotations: {},
  },
});

/** What one step finds: it passes (and learns something), it refuses, or it has to wait for an answer. */
export type Verdict =
  | { readonly passes: string; readonly learned?: Partial<Learned> }
  | { readonly denies: Denial; readonly learned?: Partial<Learned> }
  | { readonly waits: true; readonly learned?: Partial<Learned> };

export const passes = (words: string, learned?: Partial<Learned>): Verdict => ({
  passes: words,
  ...(learned && { learned }),
});
export const denies = (denial: Denial, learned?: Partial<Learned>): Verdict => ({
  denies: denial,
  ...(learned && { learned }),
});

/** What a verdict changes in the context. */
export const settle = (context: LoginContext, step: LoginStep, verdict: Verdict): Partial<LoginContext> => {
  const learned = verdict.learned && { learned: { ...context.learned, ...verdict.learned } };
  if ('passes' in verdict) return { ...learned, passed: [...context.passed, { step, words: verdict.passes }] };
  if ('waits' in verdict) return { ...learned };
  return { ...learned, denial: { ...verdict.denies, step } };
};
