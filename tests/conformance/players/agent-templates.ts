/** Plays recorded templates: each in an Agent of its own that renders once and exits. */
import type { AgentInput } from '../../../src/sim/agent/index.ts';
import type { Run } from '../../../src/sim/index.ts';
import { ask } from '../client.ts';
import { compare } from '../match.ts';
import type { Case, Outcome, Recording } from '../recording.ts';
import { type CaseWorld, conformanceWorld, ORIGINS } from '../world.ts';
import { Observer } from './agent-life/observed.ts';

interface TemplateCase {
  readonly template: string;
  readonly errorOnMissingKey?: boolean;
  /** `null`: it still ran when the recorder stopped it. */
  readonly exit: number | null;
  readonly output: string | null;
  readonly log: readonly string[];
}

interface TemplateRecording extends Recording {
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, unknown>>;
  readonly policy: string;
}

const AGENT = 'agent';
const DIR = '/agent/';
/** The recorder stopped an Agent that went on after so many milliseconds: five attempts are seen, a sixth is due at 7.9 s. */
const STOPPED_AFTER = 6_000;
/** Only such lines were kept. */
const KEPT = /error|warn/i;

/** Ids and moments in a rendered text are those of the recorder's run. */
const withoutIds = (text: string | null): string | null =>
  text === null
    ? null
    : text
        .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'an id')
        .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, 'a moment');

const send = (run: Run, method: string, path: string, body?: unknown) =>
  ask(run, {
    to: ORIGINS.vault,
    method,
    path: `/v1/${path}`,
    headers: { 'x-vault-token': 'root', 'content-type': 'application/json' },
    ...(body !== undefined && { body }),
  });

const ok = (run: Run, method: string, path: string, body?: unknown): unknown => {
  const answer = send(run, method, path, body);
  if ('failed' in answer || answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer.body;
};

/** The secrets, the policy, and a token with it in a file. */
const prepare = (run: Run, recording: TemplateRecording): void => {
  const engines = new Map(Object.keys(recording.secrets).map((path) => [path.split('/')[0] ?? '', 'kv']));
  // An engine that only the policy speaks of is named after its type.
  for (const [, name = ''] of recording.policy.matchAll(/path "([a-z0-9]+)\//g))
    if (!engines.has(name)) engines.set(name, name);
  // An engine that the model does not have makes only the templates differ that use it.
  for (const [name, type] of engines) if (name !== 'secret') send(run, 'POST', `sys/mounts/${name}`, { type });
  for (const [path, body] of Object.entries(recording.secrets)) ok(run, 'POST', path, body);
  ok(run, 'PUT', 'sys/policies/acl/app', { policy: recording.policy });
  const created = ok(run, 'POST', 'auth/token/create', { policies: ['app'] }) as { auth: { client_token: string } };
  run.apply({ type: 'write', path: `${DIR}token`, text: created.auth.client_token });
};

const configuration = (c: TemplateCase): object => ({
  exit_after_auth: true,
  vault: { address: ORIGINS.vault },
  auto_auth: {
    method: { type: 'token_file', config: { token_file_path: `${DIR}token` } },
    sink: [{ type: 'file', config: { path: `${DIR}sink` } }],
  },
  template_config: { exit_on_retry_failure: true },
  template: [
    {
      contents: c.template,
      destination: `${DIR}out`,
      ...(c.errorOnMissingKey !== undefined && { error_on_missing_key: c.errorOnMissingKey }),
    },
  ],
});

/** Play one template. */
export const playTemplate = (
  recording: Recording,
  index: number,
  begin: (recording: Recording, story: Case) => CaseWorld = conformanceWorld,
): Outcome => {
  const story = recording.cases[index];
  if (!story) throw new Error(`${recording.family} has no case ${index}`);
  const c = story as unknown as TemplateCase;
  const { run, bindings } = begin(recording, story);
  prepare(run, recording as TemplateRecording);
  run.apply({ type: 'write', path: `${DIR}config.json`, text: JSON.stringify(configuration(c)) });
  const observer = new Observer(run, AGENT, DIR);
  const input: AgentInput = {
    args: [`-config=${DIR}config.json`],
    // The recorder's own: root's home, and an address of seven characters.
    env: { HOME: '/root', ...(recording as TemplateRecording).environment },
    address: '9.0.0.1',
  };
  run.apply({ type: 'spawn', id: AGENT, kind: 'agent', place: AGENT, input });
  run.advanceTo(run.now + STOPPED_AFTER);

  const last = run.known.findLast((e) => e.kind === 'state' && e.actor === AGENT);
  const ended = run.actor(AGENT) === undefined;
  const exit = ended ? (last?.kind === 'state' && last.to === 'failed' ? 1 : 0) : null;
  const seen = observer.update();
  const output = seen.files.findLast((f) => f.file === 'out')?.text ?? null;
  const log = seen.messages.flatMap((m) => m.lines).filter((line) => KEPT.test(line));
  const got = { exit, output: withoutIds(output), log };
  const expected = { exit: c.exit, output: withoutIds(c.output), log: c.log };
  const parts = ['exit', 'output', 'log'] as const;
  const differences = parts.flatMap((part) => {
    const d = compare(expected[part], got[part], bindings, part);
    return d ? [`${d.at}: expected ${JSON.stringify(d.expected)}, got ${JSON.stringify(d.got)}`] : [];
  });
  return {
    id: `${recording.family}/${index}`,
    identical: parts.length - differences.length,
    total: parts.length,
    ...(differences[0] !== undefined && { difference: `${c.template}: ${differences[0]}` }),
  };
};
