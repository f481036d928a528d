import { expect, it } from 'vitest';
import { loadConfig } from '../../../../../src/sim/agent/config/load.ts';

const hcl = `
exit_after_auth = true
vault { address = "http://vault:8200" }
auto_auth {
  method "kubernetes" {
    mount_path = "auth/k8s/"
    min_backoff = "2s"
    config = { role = "app" }
  }
  sink "file" { config = { path = "/sink" } }
}
template {
  contents = "x"
  destination = "/out"
  perms = "0400"
}
`;

const load = (text: string) => loadConfig(['/c'], { '/c': text });

it('reads HCL and JSON alike', () => {
  const json = {
    exit_after_auth: true,
    vault: { address: 'http://vault:8200' },
    auto_auth: {
      method: { type: 'kubernetes', mount_path: 'auth/k8s', min_backoff: '2s', config: { role: 'app' } },
      sink: [{ type: 'file', config: { path: '/sink' } }],
    },
    template: [{ contents: 'x', destination: '/out', perms: '0400' }],
  };
  const loaded = load(hcl);
  expect(loaded).toEqual(load(JSON.stringify(json)));
  expect(loaded).toMatchObject({
    config: { autoAuth: { method: { mountPath: 'auth/k8s', minBackoff: 2000 } }, templates: [{ perms: 0o400 }] },
  });
});

it('names the file and the value that cannot be used', () => {
  expect(load(hcl.replace('0400', 'abc'))).toEqual({
    error: `error loading configuration from /c: error parsing 'template': 1 error(s) decoding:\n\n* error decoding 'perms': strconv.ParseUint: parsing "abc": invalid syntax`,
  });
  expect(load('vault { address = ')).toHaveProperty('error');
  expect(loadConfig(['/none'], { '/none': null })).toEqual({
    error: 'error loading configuration from /none: stat /none: no such file or directory',
  });
});

it('refuses an Agent that would have nothing to do', () => {
  expect(load('vault { address = "http://vault:8200" }')).toEqual({
    error: 'error validating configuration: no auto_auth, cache, or listener block found in config',
  });
  expect(load('cache { use_auto_auth_token = "maybe" }')).toEqual({
    error: `error loading configuration from /c: error parsing 'cache':value of 'use_auto_auth_token' can be either true/false/force, "maybe" is an invalid option`,
  });
});
