/** What must be observed in a run: the language that scenarios, labs and proofs of questions share. */
import type { Time } from '../../kernel/index.ts';

type Maybe<T> = T | undefined;

/** How often something must have happened; without any of these: at least once. */
export interface Times {
  readonly times?: Maybe<number>;
  readonly atLeast?: Maybe<number>;
  readonly atMost?: Maybe<number>;
  /** Not at all. */
  readonly absent?: Maybe<boolean>;
}

/** A request that the check itself makes, on a branch of the run, from where its party is. */
export interface RequestExpectation {
  /**
   * `pod app/web-*` (its Agent's token; its account's at the API server), `account app/web with app-web` (it logs in
   * with that role first), `operator`, `nobody`, `token NAME`.
   */
  readonly as: string;
  /** `vault` unless said. */
  readonly to?: Maybe<'vault' | 'kubernetes'>;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly contains?: Maybe<string>;
}

export interface ExchangeExpectation extends Times {
  /** A party's id, or what it is: `agent` is the init container and the sidecar. */
  readonly from: string;
  readonly to: string;
  readonly method: string;
  /** `*` at its end stands for any. */
  readonly path: string;
  readonly status?: Maybe<number>;
  readonly contains?: Maybe<string>;
}

export interface LogExpectation extends Times {
  /** A container's name, or `vault`, `injector`, `kubernetes`. */
  readonly of: string;
  readonly contains: string;
}

/** A line in an audit device's file; nothing is there without such a device. */
export interface AuditExpectation extends Times {
  /** Of the request, without `/v1/`; `*` stands for any text. */
  readonly path: string;
  /** `read`, `update`, … */
  readonly operation?: Maybe<string>;
  /** Within the error that the line carries; '': it carries none. */
  readonly error?: Maybe<string>;
}

export interface FileExpectation {
  readonly pod: string;
  readonly container: string;
  /** As the container sees it. */
  readonly path: string;
  readonly contains?: Maybe<string>;
  readonly without?: Maybe<string>;
  /** It is JSON, an object with at least these values. */
  readonly json?: Maybe<Readonly<Record<string, unknown>>>;
  /** It is lines of `NAME=value`, with at least these; quotes around a value do not count. */
  readonly env?: Maybe<Readonly<Record<string, string>>>;
  readonly absent?: Maybe<boolean>;
}

/** What Vault says of the token that an Agent has. */
export interface TokenExpectation {
  readonly of: string;
  readonly policies?: Maybe<readonly string[]>;
  readonly type?: Maybe<'service' | 'batch'>;
  readonly renewable?: Maybe<boolean>;
  /** The remaining time lies between these, in milliseconds. */
  readonly ttlAtLeast?: Maybe<Time>;
  readonly ttlAtMost?: Maybe<Time>;
  /** Vault knows it no longer. */
  readonly dead?: Maybe<boolean>;
}

/** A Kubernetes event, as `kubectl describe` and `kubectl get events` list it. */
export interface EventExpectation extends Times {
  /** `pod app/web-*`, `replicaset app/web-*`. */
  readonly about: string;
  readonly reason: string;
  readonly contains?: Maybe<string>;
}

/** A command that the check types into the operator's console, on a branch of the run. */
export interface CommandExpectation {
  readonly run: string;
  /** 0 unless said. */
  readonly exit?: Maybe<number>;
  /** In what it prints, standard output and error together. */
  readonly contains?: Maybe<string>;
  readonly without?: Maybe<string>;
}

/** A login that the check itself makes, with a new token of a ServiceAccount. */
export interface LoginExpectation {
  /** `app/web`. */
  readonly account: string;
  readonly role: string;
  /** Of the token; the API server's own unless said. */
  readonly audience?: Maybe<string>;
  /** Where the method is mounted: `kubernetes` unless said. */
  readonly mount?: Maybe<string>;
  readonly status: number;
  /** In Vault's answer. */
  readonly contains?: Maybe<string>;
  /** Policies of the token that is issued, in any order. */
  readonly policies?: Maybe<readonly string[]>;
  /** Time that the issued token has to live, in milliseconds. */
  readonly ttl?: Maybe<Time>;
}

/** The kinds of observations; an expectation names exactly one. */
export interface Observed {
  readonly that?: Maybe<string>;
  readonly request?: Maybe<RequestExpectation>;
  readonly exchange?: Maybe<ExchangeExpectation>;
  readonly log?: Maybe<LogExpectation>;
  readonly audit?: Maybe<AuditExpectation>;
  readonly file?: Maybe<FileExpectation>;
  readonly token?: Maybe<TokenExpectation>;
  readonly login?: Maybe<LoginExpectation>;
  readonly event?: Maybe<EventExpectation>;
  readonly command?: Maybe<CommandExpectation>;
}

/** When it is to be observed. Without any of these: over the whole run, looked at from its end. */
export interface When {
  readonly at?: Maybe<Time>;
  /** It is so at some moment from `at` (or the beginning) on, at most so much later. */
  readonly within?: Maybe<Time>;
  /** It is so at no moment from `at` to `until`. */
  readonly never?: Maybe<boolean>;
  /** It is so at every moment from `at` to `until`. */
  readonly throughout?: Maybe<boolean>;
  /** End of the span for `never` and `throughout`; the run's end unless said. */
  readonly until?: Maybe<Time>;
  /** Exchanges, log lines and events before this time do not count. */
  readonly since?: Maybe<Time>;
}

export interface Expectation extends When, Observed {}

/** What became of an expectation, or of a look at one moment. */
export interface Outcome {
  readonly held: boolean;
  /** What was seen, in one sentence. */
  readonly observed: string;
}
