/** The steps of a recorded life; `at` is in seconds since the Agent's start. See recordings/README.md. */
export interface LifeExchange {
  readonly at?: number;
  readonly by?: 'agent' | 'operator';
  readonly to: 'vault' | 'kubernetes';
  readonly method: string;
  readonly path: string;
  readonly token: string | null;
  readonly body?: unknown;
  readonly status: number;
  readonly response: unknown;
}

export interface Start {
  readonly at: number;
  readonly start: string;
  readonly config: LifeConfig;
  readonly logLevel: string;
}

export interface LifeConfig {
  readonly auto_auth?: {
    readonly method?: {
      readonly min_backoff?: string;
      readonly max_backoff?: string;
      readonly config?: Record<string, unknown>;
    };
  };
  readonly template_config?: {
    readonly static_secret_render_interval?: string;
    readonly lease_renewal_threshold?: number;
  };
}

export interface Line {
  readonly at: number;
  readonly log: string;
}
export interface FileStep {
  readonly at: number;
  readonly file: string;
  readonly text: string | null;
  readonly by?: 'operator';
}
export interface Burst {
  readonly at: number;
  readonly burst: readonly LifeExchange[];
  readonly times: number;
  readonly until: number;
}
export interface NetworkStep {
  readonly at: number;
  readonly network: string;
}
export interface Unsealed {
  readonly at: number;
  readonly by: 'operator';
  readonly unsealed: true;
}
export interface SignalStep {
  readonly at: number;
  readonly signal: string;
}
export interface Exit {
  readonly at: number;
  readonly exit: number | null;
}

export type LifeStep = LifeExchange | Start | Line | FileStep | Burst | NetworkStep | Unsealed | SignalStep | Exit;

/** Something done to the world from outside, not seen of the Agent. */
export const isDeed = (step: LifeStep): boolean =>
  'network' in step || 'signal' in step || 'unsealed' in step || ('by' in step && step.by === 'operator');

/** Only those who do something at a time of their own: everything after the start. */
export const lifeOf = (steps: readonly object[]): { setup: LifeExchange[]; start: Start; life: LifeStep[] } => {
  const all = steps as readonly LifeStep[];
  const i = all.findIndex((step) => 'start' in step);
  const start = all[i];
  if (!start || !('start' in start)) throw new Error('the case has no step that starts an Agent');
  return { setup: all.slice(0, i) as LifeExchange[], start, life: all.slice(i + 1) };
};

/** A log message with all of its lines; several lines of one message follow each other. */
export interface Message {
  readonly at: number;
  readonly lines: readonly string[];
  /** Index of its first line among the steps. */
  readonly index: number;
}

const LEVEL = /^\[[A-Z]+\] /;
const CONTINUATION = /^(?: |\t|URL: |Code: |\* |Namespace: )/;

/** Group lines into messages. */
export const messagesOf = (
  lines: readonly { readonly at: number; readonly log: string; readonly index: number }[],
): Message[] => {
  const messages: { at: number; lines: string[]; index: number }[] = [];
  for (const { at, log, index } of lines) {
    const last = messages.at(-1);
    if (last && CONTINUATION.test(log) && LEVEL.test(last.lines[0] ?? '')) last.lines.push(log);
    else messages.push({ at, lines: [log], index });
  }
  return messages;
};

const GOROUTINE =
  /^\[[A-Z]+\]\s+agent: (\(runner\) received finish|\((?:runner|view|watcher|child)\)|sinks|vault\.\w+\([^)]*\)|runtime|would)/;

/**
 * Lines of one writer keep their order; those of several writers do not. A logger is a writer, but `agent` itself is
 * used by many.
 */
export const writerOf = (line: string): string => {
  const goroutine = GOROUTINE.exec(line);
  if (goroutine) return `agent ${goroutine[1]}`;
  const logger = /^\[[A-Z]+\]\s+([\w.]+):/.exec(line);
  return logger?.[1] ?? 'output';
};

export const isLine = (step: LifeStep): step is Line => 'log' in step;
export const isCall = (step: LifeStep): step is LifeExchange => 'to' in step && step.by === 'agent';
export const isBurst = (step: LifeStep): step is Burst => 'burst' in step;
