import { fromBase64, fromUtf8 } from '../../jwt/index.ts';

/**
 * What runs in a container. The kubelet decides by image and command which kind of actor to start; everything else
 * (restarts, back-off, status, events) is the container's own statechart.
 *
 * A program is an XState machine like any other. It
 * - gets what `input` makes of a `Launch`, plus what the kernel adds (`self`, `place`, clocks);
 * - writes its output with the effect `log`: the actor's log is the container's log;
 * - ends by a final state with output `{ exitCode: number }`;
 * - gets signals as events `{ type: 'signal', signal: 'SIGTERM' | 'SIGHUP' | … }`; SIGKILL stops it without an event.
 * Its id is `pods/<namespace>/<pod>/<container>`, its place `pods/<namespace>/<pod>`, whose address is the Pod's.
 */
export interface Launch {
  readonly namespace: string;
  readonly pod: string;
  readonly podUid: string;
  readonly podIP: string;
  readonly node: string;
  readonly serviceAccount: string;
  readonly container: string;
  readonly init: boolean;
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  /** Variables with all references resolved. */
  readonly env: Readonly<Record<string, string>>;
  /** Container paths and the world's paths behind them: `{ at: '/vault/secrets', to: 'pods/app/web/vault-secrets' }`. */
  readonly mounts: readonly { readonly at: string; readonly to: string }[];
  readonly workingDir: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Processes that it can see: its own, and those of the other containers in a shared process namespace. */
  readonly processes: readonly Process[];
  /** Actor that starts and ends the program: the container. It delivers signals: `process.signal {signal, pid}`. */
  readonly supervisor: string;
}

/** A process that a program can see. */
export interface Process {
  readonly pid: number;
  readonly command: string;
  /** May the program's user signal it? */
  readonly permitted: boolean;
}

/** Recognises what a program runs, and says how to start it. */
export interface Program {
  readonly name: string;
  /** Kind of the actor, as registered with the world's machines. */
  readonly kind: string;
  /** Bytes of memory that it needs; a container with a lower limit is killed. Left out: it needs next to nothing. */
  readonly memory?: number;
  readonly runs: (launch: Launch) => boolean;
  readonly input: (launch: Launch) => object;
}

/** Everything of a command line as one text, for recognition. */
export const commandLine = (launch: Launch): string => [...launch.command, ...launch.args].join(' ');

const AGENT = /(?:^|[\s/;&])vault\s+agent\b\s*([^;&|]*)/;
/** `echo ${VAULT_CONFIG?} | base64 -d > /home/vault/config.json`, as the injector's containers begin. */
const DECODED = /echo\s+["']?\$\{?(\w+)\??\}?["']?\s*\|\s*base64\s+(?:-d|--decode)\s*>\s*(\S+)/;

/** Files a shell command makes out of variables before the program starts. */
const decodedFiles = (launch: Launch): Record<string, string> => {
  const m = DECODED.exec(commandLine(launch));
  const decoded = m ? fromBase64((launch.env[m[1] ?? ''] ?? '').replace(/\s+/g, '')) : null;
  return m && decoded && 'bytes' in decoded ? { [m[2] ?? '']: fromUtf8(decoded.bytes) } : {};
};

const words = (text: string): string[] => text.split(/\s+/).filter((w) => w !== '');

/** A Vault Agent: the image's own entry point, or a shell that ends in `vault agent …`. */
const agent: Program = {
  name: 'vault agent',
  kind: 'agent',
  // About what the process of an idle Agent holds; vault-k8s asks for 64Mi and allows 128Mi.
  memory: 48 * 1024 * 1024,
  runs: (launch) =>
    AGENT.test(commandLine(launch)) || (/(^|\/)vault(:|@|$)/.test(launch.image) && launch.args[0] === 'agent'),
  input: (launch) => {
    const matched = AGENT.exec(commandLine(launch));
    return {
      args: matched ? words(matched[1] ?? '') : launch.args.slice(1),
      env: launch.env,
      mounts: launch.mounts,
      files: decodedFiles(launch),
      address: launch.podIP,
      supervisor: launch.supervisor,
      processes: launch.processes,
      ...(launch.uid !== undefined && { uid: launch.uid }),
      ...(launch.gid !== undefined && { gid: launch.gid }),
    };
  },
};

/** A program that is known by its image alone and needs nothing but its launch. */
const byImage = (name: string, kind: string, image: RegExp): Program => ({
  name,
  kind,
  runs: (launch) => image.test(launch.image),
  input: (launch) => launch,
});

const csiDriver = byImage('secrets-store', 'secrets-store/driver', /(^|\/)csi-secrets-store\/driver(:|@|$)/);
const csiProvider = byImage('vault-csi-provider', 'csi-provider', /(^|\/)vault-csi-provider(:|@|$)/);
const secretsOperator = byImage(
  'vault-secrets-operator',
  'vault-secrets-operator',
  /(^|\/)vault-secrets-operator(:|@|$)/,
);
/** An application built with Vault's client library, by the name of its image: `example.com/web-vault-sdk:1.0`. */
const sdkApplication = byImage('vault sdk', 'sdk/application', /(^|\/)[\w.-]*vault-sdk(:|@|$)/);

/** Everything else: a server that runs until it is told to stop, or the shell commands it is given. */
const app: Program = {
  name: 'app',
  kind: 'kubernetes/app',
  runs: () => true,
  input: (launch) => launch,
};

/** Programs in the order in which they are tried. A new one is a line here, before `app`. */
export const PROGRAMS: readonly Program[] = [agent, csiDriver, csiProvider, secretsOperator, sdkApplication, app];

/** The program of a container. */
export const programFor = (launch: Launch): Program => PROGRAMS.find((p) => p.runs(launch)) ?? app;
