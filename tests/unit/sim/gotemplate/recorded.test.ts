import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  answerOf,
  type Dependency,
  type Fetched,
  mountOf,
  nameOf,
  preflight,
  requestFor,
  settle,
} from '../../../../src/sim/gotemplate/index.ts';

interface Case {
  template: string;
  errorOnMissingKey?: boolean;
  exit: 0 | 1 | null;
  output: string | null;
  log: string[];
}
interface Recording {
  environment: Record<string, string>;
  secrets: Record<string, Record<string, unknown>>;
  cases: Case[];
}

const file = new URL('../../../conformance/recordings/agent-templates.json', import.meta.url);
const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording;

const METADATA = {
  created_time: '2026-11-24T12:03:53.294844828Z',
  custom_metadata: null,
  deletion_time: '',
  destroyed: false,
  version: 1,
};
const DENIED =
  'Error making API request.\n\nURL: …\nCode: 403. Errors:\n\n* 1 error occurred:\n\t* permission denied\n\n';

/** As much of Vault as the recorded templates ask: two mounts, listing, a token, an encryption key, nothing else. */
const vault = (method: string, path: string): { body: unknown; error: string | null } => {
  const data = recording.secrets[path.replace('/v1/', '')];
  if (path.startsWith('/v1/sys/internal/ui/mounts/secret/'))
    return { body: { data: { path: 'secret/', type: 'kv', options: { version: '2' } } }, error: null };
  if (path.startsWith('/v1/sys/internal/ui/mounts/'))
    return { body: { data: { path: 'kv1/', type: 'kv', options: null } }, error: null };
  if (method === 'LIST') {
    const folder = `${path.replace('/v1/secret/metadata', 'secret/data').replace(/\/$/, '')}/`;
    const inside = Object.keys(recording.secrets)
      .filter((name) => name.startsWith(folder))
      .map((name) => name.slice(folder.length));
    const keys = [...new Set(inside.map((name) => name.replace(/\/.*/, '/')))];
    return { body: keys.length > 0 ? { data: { keys } } : null, error: null };
  }
  if (path === '/v1/auth/token/lookup-self') return { body: { data: { display_name: 'token' } }, error: null };
  if (path.startsWith('/v1/transit/encrypt/')) return { body: { data: { key_version: 1 } }, error: null };
  if (path === '/v1/secret/data/none') return { body: null, error: null };
  if (!data || method !== 'GET') return { body: null, error: DENIED };
  const secret = path.startsWith('/v1/secret/') ? { ...data, metadata: METADATA } : data;
  return {
    body: { request_id: '<request>', lease_id: '', lease_duration: 0, renewable: false, data: secret },
    error: null,
  };
};

const fetch = (dependency: Dependency): Fetched => {
  if (dependency.type === 'file')
    return { ok: false, error: `${nameOf(dependency)}: stat ${dependency.path}: no such file or directory` };
  if ('url' in dependency) {
    return {
      ok: false,
      error: `${dependency.name}: Get "http://127.0.0.1:8500${dependency.url}": dial tcp 127.0.0.1:8500: connect: connection refused`,
    };
  }
  const question = preflight(dependency);
  const mount = mountOf(question ? vault('GET', question.path).body : null);
  const request = requestFor(dependency, mount);
  const { body, error } = vault(request.method, request.path);
  return answerOf(dependency, mount, body, error, 0);
};

const run = (c: Case) =>
  settle(
    { contents: c.template, destination: '<dir>/out', errorOnMissingKey: c.errorOnMissingKey ?? false },
    fetch,
    // The recording machine's private address had seven characters.
    { environment: { ...recording.environment, HOME: '/root' }, now: 1_764_000_000_000, address: 'fd00::2' },
  );

const REQUEST_ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

describe('recorded templates of the real Agent', () => {
  it.each(recording.cases.map((c, i) => [i, c] as const))('case %i ends as recorded', (_, c) => {
    const result = run(c);
    if (c.exit === 0) {
      expect(result.ok ? result.output.replace('<request>', '') : result.text).toBe(c.output?.replace(REQUEST_ID, ''));
      return;
    }
    if (result.ok) throw new Error(`rendered: ${result.output}`);
    // A text of several lines is logged line by line; the recording keeps those that are not empty.
    const lines = result.text.split('\n').filter((line) => line.trim() !== '' && /^(Code|\*| *\||\()|: /.test(line));
    const log = c.log.join('\n').replaceAll('\\"', '"').replaceAll('\\\\', '\\');
    expect(log).toContain(lines[0]);
  });
});
