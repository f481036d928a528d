import { expect, test } from 'vitest';
import { Console } from './console.ts';

const CONFIG = `
vault { address = "http://vault:8200" }
auto_auth {
  method "token_file" { config = { token_file_path = "start-token" } }
  sink "file" { config = { path = "sink" } }
}
template {
  contents = "{{ with secret \\"secret/data/x\\" }}{{ .Data.data.a }}{{ end }}"
  destination = "out.txt"
}
`;

const prepared = (): Console => {
  const console = new Console({ 'agent.hcl': CONFIG });
  console.type('vault kv put secret/x a=one; vault token create -ttl=1h -field=token > start-token');
  return console;
};

test('an Agent runs on in virtual time, renews, renders, and ends with Ctrl-C', () => {
  const console = prepared();
  expect(console.type('vault agent -config=agent.hcl', 5).exit).toBeNull();
  expect(console.last.out).toMatch(/Z \[INFO\] {2}agent\.auth\.handler: authentication successful/);
  expect(console.file('out.txt')).toBe('one');
  console.wait(3600);
  expect(console.last.out).toContain('renewed auth token');
  expect(console.interrupt()).toMatchObject({ exit: 130 });
  expect(console.run.actors().filter((id) => id.startsWith('operator/'))).toEqual([]);
  expect(console.type('cat out.txt').out).toBe('one');
});

test('an Agent that only logs in ends by itself', () => {
  const console = prepared();
  expect(console.type('vault agent -config=agent.hcl -exit-after-auth', 60).exit).toBe(0);
  expect(console.file('sink')).toMatch(/^hvs\./);
});

test.each([
  ['vault agent', 'Must specify exactly at least one config path using -config'],
  ['vault agent -config=none.hcl', 'stat none.hcl: no such file or directory'],
])('%s fails before it runs', (typed, text) => {
  const { out, exit } = new Console().type(typed, 60);
  expect(out).toContain(text);
  expect(exit).toBe(1);
});
