import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../../src/tools/sidecar-lab.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sidecar-lab-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });

const clean = file('clean.hcl', 'path "kv/data/app" {\n  capabilities = ["read"]\n}\n');
const warned = file('warned.hcl', 'path "kv/data/*/app" {\n  capabilities = ["read"]\n}\n');
const broken = file('broken.hcl', 'path "kv/data/app" {\n  capabilities = ["raed"]\n}\n');

describe('sidecar-lab check', () => {
  it('ends with 0, 1 or 2 by what it finds', () => {
    expect(run('check', clean).status).toBe(0);
    expect(run('check', warned).status).toBe(0);
    expect(run('check', '--strict', warned).status).toBe(1);
    expect(run('check', broken).status).toBe(1);
    for (const wrong of [[], ['chek', clean], ['check'], ['check', '--format', 'xml', clean], ['check', `${clean}.no`]])
      expect(run(...wrong).status).toBe(2);
  }, 30_000);

  it('says the same in every format', () => {
    expect(run('check', broken).stdout).toContain(`${broken}:2:19: error:`);
    expect(JSON.parse(run('check', '--format', 'json', broken).stdout)).toMatchObject([
      { rule: 'policy/unknown-capability', severity: 'error' },
    ]);
    const { runs } = JSON.parse(run('check', '--format', 'sarif', broken).stdout);
    expect(runs[0].results[0]).toMatchObject({
      ruleId: 'policy/unknown-capability',
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 2, startColumn: 19 } } }],
    });
    expect(run('check', '--format', 'github', broken).stdout).toMatch(/^::error file=[^:]*,line=2,endLine=2,col=19/);
  }, 30_000);
});
