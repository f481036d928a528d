import { expect, it } from 'vitest';
import { auth, configuration, friendly, kvSecret, startAgent } from './fake-vault.ts';

it('an init container logs in, renders and is gone', () => {
  const life = startAgent(configuration({ exit_after_auth: true }));
  life.run.advanceTo(1_000);
  expect(life.run.actor('agent')).toBeUndefined();
  expect(life.run.file('/out')?.text).toBe('u1');
  expect(life.run.file('/sink')).toMatchObject({ text: 'hvs.one', mode: '0640' });
  expect(life.requests()).toEqual([
    'GET /v1/sys/health',
    'PUT /v1/auth/kubernetes/login',
    'PUT /v1/auth/token/renew-self',
    'GET /v1/sys/internal/ui/mounts/secret/data/foo',
    'GET /v1/secret/data/foo',
  ]);
});

it('a sidecar stays until SIGTERM and leaves nothing running', () => {
  const life = startAgent(configuration());
  life.run.advanceTo(3_600_000);
  expect(life.lines().filter((l) => l.endsWith('renewed auth token'))).toHaveLength(2);
  life.signal('SIGTERM');
  life.run.advanceTo(3_601_000);
  expect(life.run.actors()).toEqual(['vault']);
  expect(life.lines()).toContain('agent.auth.handler: auth handler stopped');
  expect(life.lines().some((l) => l.includes('runtime error'))).toBe(false);
});

it('polls a static secret every 255 to 285 s', () => {
  const life = startAgent(configuration());
  life.run.advanceTo(3_000_000);
  const reads = life.run.history.flatMap((e) =>
    e.kind === 'request' && e.path === '/v1/secret/data/foo' ? [e.at] : [],
  );
  expect(reads.length).toBeGreaterThan(9);
  reads.slice(1).forEach((at, i) => {
    expect(at - (reads[i] ?? 0)).toBeGreaterThanOrEqual(255_000);
    expect(at - (reads[i] ?? 0)).toBeLessThanOrEqual(285_010);
  });
});

it('waits ever longer between failed logins, within the formula', () => {
  const life = startAgent(configuration(), (m, path, t) =>
    path.endsWith('/login') ? [403, { errors: ['permission denied'] }] : friendly(m, path, t),
  );
  life.run.advanceTo(120_000);
  const at = life.run.history.flatMap((e) => (e.kind === 'request' && e.path.endsWith('/login') ? [e.at] : []));
  const waits = at.slice(1).map((t, i) => t - (at[i] ?? 0));
  expect(waits[0]).toBeGreaterThanOrEqual(750);
  expect(waits[0]).toBeLessThanOrEqual(1_002);
  waits.slice(1).forEach((wait, i) => {
    const ratio = (wait - 2) / ((waits[i] ?? 0) - 2);
    expect(ratio).toBeGreaterThan(1.49);
    expect(ratio).toBeLessThanOrEqual(2.01);
  });
});

it('a wrapping method hands out the wrapping token and pauses', () => {
  const base = configuration({ template: [] });
  const method = { ...base.auto_auth.method, wrap_ttl: '5m' };
  const life = startAgent({ ...base, auto_auth: { ...base.auto_auth, method } }, (m, path, t) =>
    path.endsWith('/login')
      ? [200, { wrap_info: { token: 'hvs.w', accessor: 'a', ttl: 300, creation_time: 'now', creation_path: 'x' } }]
      : friendly(m, path, t),
  );
  life.run.advanceTo(1_000_000);
  expect(JSON.parse(life.run.file('/sink')?.text ?? '')).toMatchObject({ token: 'hvs.w', ttl: 300 });
  expect(life.requests()).toEqual(['GET /v1/sys/health', 'PUT /v1/auth/kubernetes/login']);
});

it('a root token in a token file is not renewed', () => {
  const config = configuration({
    auto_auth: {
      method: { type: 'token_file', config: { token_file_path: '/jwt' } },
      sink: [{ type: 'file', config: { path: '/sink' } }],
    },
  });
  const life = startAgent(config, (m, path, t) =>
    path.endsWith('/lookup-self')
      ? [200, { data: { id: t, ttl: 0, renewable: false, type: 'service', policies: ['root'] } }]
      : friendly(m, path, t),
  );
  life.run.advanceTo(1_000);
  expect(life.lines()).toContain('agent.auth.handler: not starting token renewal process, as token is root token');
  expect(life.run.file('/out')?.text).toBe('u1');
  expect(life.requests()).not.toContain('PUT /v1/auth/token/renew-self');
});

it('a listener lends the auto-auth token and quits when asked', () => {
  const life = startAgent(
    configuration({
      api_proxy: { use_auto_auth_token: true },
      listener: [{ type: 'tcp', address: 'sidecar:8100', tls_disable: true, agent_api: { enable_quit: true } }],
    }),
    (m, path, t) => (path === '/v1/x' ? [200, { seen: t }] : friendly(m, path, t)),
  );
  life.run.advanceTo(100);
  const ask = (method: string, path: string): unknown => {
    const exchange = life.run.apply({ type: 'request', id: 'app', to: 'http://sidecar:8100', method, path }) + 1;
    life.run.advanceTo(life.run.now + 20);
    const answer = life.run.history.find((e) => e.kind === 'response' && e.exchange === exchange);
    return answer?.kind === 'response' ? answer.body : undefined;
  };
  expect(ask('GET', '/v1/x')).toEqual({ seen: 'hvs.one' });
  ask('POST', '/agent/v1/quit');
  expect(life.run.actor('agent')).toBeUndefined();
});

it('a cache answers the same question again without asking Vault, until it is cleared', () => {
  let asked = 0;
  const life = startAgent(
    configuration({
      cache: { use_auto_auth_token: true },
      listener: [{ type: 'tcp', address: 'sidecar:8100', tls_disable: true }],
    }),
    (m, path, t) => {
      if (path === '/v1/sys/leases/renew') return [200, { lease_id: 'db/1', lease_duration: 60, renewable: true }];
      if (path !== '/v1/database/creds/app') return friendly(m, path, t);
      return [
        200,
        { lease_id: `db/${++asked}`, lease_duration: 60, renewable: true, data: { username: `v-${asked}` } },
      ];
    },
  );
  life.run.advanceTo(100);
  const ask = (method: string, path: string) => {
    const exchange = life.run.apply({ type: 'request', id: 'app', to: 'http://sidecar:8100', method, path }) + 1;
    life.run.advanceTo(life.run.now + 20);
    const entry = life.run.history.find((e) => e.kind === 'response' && e.exchange === exchange);
    return entry?.kind === 'response' ? { cache: entry.headers['x-cache'], body: entry.body } : undefined;
  };
  const first = ask('GET', '/v1/database/creds/app');
  expect(first?.cache).toBe('MISS');
  life.run.advanceTo(200_000);
  expect(ask('GET', '/v1/database/creds/app')).toEqual({ cache: 'HIT', body: first?.body });
  ask('POST', '/agent/v1/cache-clear');
  expect(ask('GET', '/v1/database/creds/app')?.cache).toBe('MISS');
  expect(asked).toBe(2);
});

it('a dead token met by a template leads to a new login at once', () => {
  let token = 1;
  const invalid = { errors: ['2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n'] };
  const config = configuration({ template_config: { static_secret_render_interval: '5s' } });
  const life = startAgent(config, (m, path, t) => {
    if (path.endsWith('/login')) return [200, auth(`hvs.${token}`, 3600)];
    if (path === '/v1/secret/data/foo' && t !== `hvs.${token}`) return [403, invalid];
    return friendly(m, path, t);
  });
  life.run.advanceTo(1_000);
  token = 2;
  life.run.advanceTo(6_000);
  expect(life.lines()).toContain('agent.auth.handler: invalid token found, re-authenticating');
  expect(life.run.file('/sink')?.text).toBe('hvs.2');
});

it('a command that fails ends the process', () => {
  const template = { ...configuration().template[0], command: 'pkill -HUP nobody' };
  const life = startAgent(configuration({ template: [template] }));
  life.run.advanceTo(1_000);
  expect(life.run.actor('agent')).toBeUndefined();
  expect(life.lines().at(-1)).toBe(': Error encountered during run, refer to logs for more details.');
  expect(life.run.file('/out')?.text).toBe('u1');
});

it('a template with a wait is written once its secret rests, and at the latest after the maximum', () => {
  let version = 1;
  const template = { ...configuration().template[0], wait: { min: '3s', max: '8s' } };
  const life = startAgent(
    configuration({ template: [template], template_config: { static_secret_render_interval: '2s' } }),
    (m, path, t) =>
      path === '/v1/secret/data/foo' ? [200, kvSecret({ username: `u${version++}` })] : friendly(m, path, t),
  );
  life.run.advanceTo(30_000);
  const writes = life.run.history.flatMap((e) => (e.kind === 'file' && e.path === '/out' ? [e.at] : []));
  // Every read brings a change less than 3 s after the last, so only the maximum lets one through.
  expect(writes.length).toBeGreaterThan(2);
  writes.slice(1).forEach((at, i) => {
    expect(at - (writes[i] ?? 0)).toBeGreaterThanOrEqual(8_000);
    expect(at - (writes[i] ?? 0)).toBeLessThan(11_000);
  });
});

it('process supervisor mode starts its child with the rendered variables two seconds later and ends with it', () => {
  const life = startAgent(
    configuration({
      template: undefined,
      template_config: undefined,
      env_template: [
        { USER_NAME: { contents: '{{ with secret "secret/data/foo" }}{{ .Data.data.username }}{{ end }}' } },
      ],
      exec: { command: ['exit', '3'] },
    }),
  );
  life.run.advanceTo(1_000);
  expect(life.run.actor('agent')).toBeDefined();
  life.run.advanceTo(3_000);
  expect(life.run.actor('agent')).toBeUndefined();
  expect(life.lines()).toContain('agent: runtime error encountered: error="process exited with 3" exitCode=3');
});

it('without its configuration it says why and is gone', () => {
  const life = startAgent(configuration(), friendly, { args: ['-config=/none.json'] });
  expect(life.run.actor('agent')).toBeUndefined();
  expect(life.lines()).toEqual([
    ': error loading configuration from /none.json: stat /none.json: no such file or directory',
  ]);
});

it('a login into a void gives up connecting after half a minute, over an open connection after a minute', () => {
  const life = startAgent(configuration(), (m, path, t) =>
    path.endsWith('/login') ? [403, { errors: ['permission denied'] }] : friendly(m, path, t),
  );
  life.run.advanceTo(10_000);
  life.run.apply({ type: 'fault', fault: { id: 'cut', from: 'agent', to: 'vault', effect: 'cut' } });
  life.run.advanceTo(200_000);
  const failures = life.lines().filter((l) => l.includes('error="Put'));
  expect(failures[0]).toContain('context deadline exceeded');
  expect(failures[1]).toContain('dial tcp vault:8200: i/o timeout');
});
