/** Plays recorded commands through the operator's shell. */
import type { ShellContext } from '../../../src/sim/cli/index.ts';
import type { Run } from '../../../src/sim/kernel/index.ts';
import { type Bindings, compare } from '../match.ts';
import type { Exchange, Outcome, Recording } from '../recording.ts';
import { conformanceWorld, ORIGINS } from '../world.ts';
import { playExchange } from './exchanges.ts';

interface Command {
  readonly run: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string | null>>;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** Virtual milliseconds a command may take. */
const PATIENCE = 120_000;
/** Virtual milliseconds that the real program took to start. */
const START = 50;

/** Files that lay in the recorder's directory. */
const FILES: Readonly<Record<string, string>> = {
  'app.hcl': 'path "secret/data/app" {\n  capabilities = ["read"]\n}\n',
  'bad.hcl': 'path "a" { capabilities = ["reed"] }\n',
  'ugly.hcl': 'path "a"   {\ncapabilities=["read"]\n}\n',
};

/** Variables of the recorder's shell: tokens it had taken from earlier answers. */
const VARIABLES: Readonly<Record<string, string>> = {
  JWT: 'jwt 1',
  T: 'token 1',
  P: 'token 2',
  B: 'token 3',
  U: 'token 4',
};

/** Go writes headers in the order of chance: the flags of a printed curl command are compared sorted. */
const headersSorted = (text: string): string =>
  text.startsWith('curl ')
    ? text.replace(/(?:-H "(?:[^"\\]|\\.)*" )+/, (all) => (all.match(/-H "(?:[^"\\]|\\.)*" /g) ?? []).sort().join(''))
    : text;

/** Values of chance, and moments of the recording, that the recorder left as they were inside printed text. */
const CHANCE: readonly RegExp[] = [
  /\b(?=\w*[a-z])(?=\w*[A-Z])[0-9A-Za-z]{24}\b/g,
  /(?<=\b(?:[a-z]+_)+)[0-9a-f]{8}\b/g,
  /(?<=\bvault-cluster-)[0-9a-f]{8}\b/g,
  /(?<=\b(?:creation_time|server_time_utc)"?:?\s+)\d{10}\b/g,
  /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? \+0000 UTC/g,
  /(?<=-----BEGIN CERTIFICATE-----\\n)[^"]*?(?=\\n-----END)/g,
];
const anonymous = (text: string): string => CHANCE.reduce((t, pattern) => t.replace(pattern, '<id>'), text);

const type = (run: Run, command: Command, bindings: Bindings) => {
  const tokens = Object.entries(VARIABLES).flatMap(([name, of]) => {
    const value = bindings.get(of);
    return value === undefined ? [] : [[name, value]];
  });
  const given = Object.entries(command.env ?? {}).map(([k, v]) => [k, v === null ? '' : bindings.fill(v)]);
  const event = {
    type: 'type',
    script: bindings.fill(command.run),
    stdin: bindings.fill(command.stdin ?? ''),
    env: Object.fromEntries([...tokens, ...given]),
  };
  run.advanceTo(run.now + START);
  run.apply({ type: 'send', to: 'operator', event });
  const last = () => (run.actor('operator')?.snapshot.context as ShellContext | undefined)?.typed.at(-1);
  run.advanceUntil(() => last()?.exit !== null, PATIENCE);
  return last();
};

const playCommand = (run: Run, command: Command, bindings: Bindings): string | null => {
  const got = type(run, command, bindings);
  const parts = [
    ['stdout', anonymous(headersSorted(command.stdout)), headersSorted(got?.stdout ?? '')],
    ['stderr', command.stderr, got?.stderr ?? ''],
    ['exit', command.exit, got?.exit],
  ] as const;
  for (const [name, expected, actual] of parts) {
    const d = compare(expected, actual, bindings, name);
    if (d) return `${name}: expected ${JSON.stringify(d.expected)}, got ${JSON.stringify(d.got)}`;
  }
  return null;
};

/** Play one case of a file in a world of its own. */
export const playCli = (recording: Recording, index: number): Outcome => {
  const story = recording.cases[index];
  if (!story) throw new Error(`${recording.family} has no case ${index}`);
  const { run, bindings } = conformanceWorld(recording, story);
  const files = { ...FILES, 'ca.crt': bindings.get('ca kubernetes') ?? '' };
  for (const [name, text] of Object.entries(files)) run.apply({ type: 'write', path: `home/${name}`, text });
  const env = { HOME: '~', VAULT_ADDR: ORIGINS.vault, VAULT_TOKEN: 'root' };
  run.apply({ type: 'spawn', id: 'operator', kind: 'cli/shell', input: { env } });
  let identical = 0;
  let total = 0;
  let difference: string | undefined;
  story.steps.forEach((raw, i) => {
    if ('wait' in raw) {
      run.advanceTo(run.now + Number(raw.wait) * 1000);
      return;
    }
    total++;
    let found: string | null;
    try {
      found =
        'run' in raw
          ? playCommand(run, raw as Command, bindings)
          : playExchange(run, raw as Exchange, bindings, { from: run.world.length });
    } catch (error) {
      found = `error: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (found === null) identical++;
    else {
      difference ??= `step ${i} ${'run' in raw ? String(raw.run) : 'exchange'}: ${found}`;
      if (process.env.CLI_ALL)
        console.log(`  ${story.id} ${i} ${'run' in raw ? String(raw.run) : 'exchange'}: ${found}`);
    }
  });
  return { id: `${recording.family}/${story.id}`, identical, total, ...(difference !== undefined && { difference }) };
};
