/** `npm run check`: lint and format, lock file, walls, types, content. All are run, so that one sees everything at once. */
import { spawnSync } from 'node:child_process';

const CHECKS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['lint and format', 'biome', 'check', '.'],
  ['lock file', 'node', 'src/tools/check-lock.ts'],
  ['walls', 'node', 'src/tools/walls.ts'],
  ['types', 'astro', 'check', '--minimumFailingSeverity', 'error'],
  ['content', 'node', 'src/tools/content-check.ts'],
];

const failed = CHECKS.filter(([name, command, ...args]) => {
  console.log(`── ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status !== 0;
});
console.log(failed.length === 0 ? 'check: all well' : `check: failed: ${failed.map(([name]) => name).join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
