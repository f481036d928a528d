import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configuration, friendly, startAgent } from '../unit/sim/agent/fake-vault.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 300);

/** Bodies that no Vault would send, or only in parts. */
const body = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    '<html>',
    { errors: null },
    { data: { data: null } },
    { data: { keys: {} } },
    { data: { path: 3, options: 3, type: 'kv' } },
    { data: { rotation_period: 1, ttl: 0 } },
    { data: { certificate: 'x', expiration: 'abc' } },
    { auth: { client_token: 't', lease_duration: 'x', renewable: 'y' } },
    { auth: { client_token: 't', lease_duration: -5, renewable: true } },
    { auth: { client_token: 't', lease_duration: 0, renewable: true } },
    { lease_id: 'l', lease_duration: 1, renewable: true, data: {} },
    { lease_id: '', renewable: true, data: {} },
    { wrap_info: {} },
  ),
);
const answer = fc.tuple(fc.constantFrom(200, 200, 204, 400, 403, 404, 429, 500, 503), body);

const contents = fc.constantFrom(
  '{{ with secret "secret/data/foo" }}{{ .Data.data.username }}{{ end }}',
  '{{ with secret "a" "b=c" }}{{ . }}{{ end }}',
  '{{ range secrets "secret/" }}{{ . }}{{ end }}',
  '{{ with pkiCert "pki/issue/x" "common_name=a" }}{{ .Cert }}{{ end }}',
  '{{ file "/jwt" }}',
  '{{ key "x" }}',
  '{{ writeToFile "/w" "" "" "0644" "z" }}',
  '{{',
);
const template = fc.record(
  {
    contents,
    destination: fc.constantFrom('/out', '/other', ''),
    command: fc.constantFrom('echo x', 'false', 'sleep 40'),
    error_on_missing_key: fc.boolean(),
    error_fatal: fc.boolean(),
    wait: fc.constant({ min: '1s', max: '2s' }),
  },
  { requiredKeys: ['contents', 'destination'] },
);
const config = fc.record({
  exit_after_auth: fc.boolean(),
  exit_on_err: fc.boolean(),
  wrap_ttl: fc.constantFrom(undefined, undefined, '5m'),
  template_config: fc.record({
    exit_on_retry_failure: fc.boolean(),
    static_secret_render_interval: fc.constantFrom('1s', 3),
  }),
  template: fc.array(template, { maxLength: 3 }),
});
const deed = fc.constantFrom('wait', 'wait', 'wait', 'cut', 'refuse', 'heal', 'SIGHUP', 'SIGTERM');

test('no answer, configuration or outage crashes an Agent or keeps it from ending on SIGTERM', () => {
  fc.assert(
    fc.property(
      config,
      fc.array(answer, { minLength: 1 }),
      fc.integer({ min: 0, max: 5 }),
      fc.array(deed, { maxLength: 12 }),
      (c, answers, every, deeds) => {
        const base = configuration({
          exit_after_auth: c.exit_after_auth,
          template_config: c.template_config,
          template: c.template,
        });
        const method = { ...base.auto_auth.method, exit_on_err: c.exit_on_err, wrap_ttl: c.wrap_ttl };
        let n = 0;
        const life = startAgent({ ...base, auto_auth: { ...base.auto_auth, method } }, (m, path, token) => {
          n++;
          return every === 0 || n % every !== 0 ? friendly(m, path, token) : (answers[n % answers.length] ?? [500, '']);
        });
        const { run } = life;
        for (const what of deeds) {
          if (what === 'cut' || what === 'refuse')
            run.apply({ type: 'fault', fault: { id: 'way', from: 'agent', to: 'vault', effect: what } });
          else if (what === 'heal') run.apply({ type: 'heal', id: 'way' });
          else if (what.startsWith('SIG') && run.actor('agent')) life.signal(what);
          run.advanceTo(run.now + 7_000);
        }
        if (run.actor('agent')) life.signal('SIGTERM');
        // A pause of the template server, at most five minutes, ends first.
        run.advanceTo(run.now + 400_000);
        expect(run.actor('agent')).toBeUndefined();
      },
    ),
    { numRuns: RUNS },
  );
});
