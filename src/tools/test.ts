/**
 * `npm test`: the check, then unit, conformance and content tests, then the build and the browser tests. Ends with the
 * line `N passed, N failed`, and exits 1 unless all passed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const REPORTS = 'test-results';
const VITEST = `${REPORTS}/vitest.json`;
const PLAYWRIGHT = `${REPORTS}/playwright.json`;

let passed = 0;
let failed = 0;

const run = (title: string, command: string, args: readonly string[], env: Record<string, string> = {}): boolean => {
  console.log(`\n━━ ${title}`);
  const options = { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ...env } } as const;
  return spawnSync(command, args, options).status === 0;
};

/** Count a step that is one thing: it passes or fails as a whole. */
const one = (ok: boolean): void => {
  if (ok) passed++;
  else failed++;
};

/** Count what a runner reported; a runner that failed without naming a failed test counts as one failure. */
const counted = (
  ok: boolean,
  report: string,
  read: (json: never) => readonly [passed: number, failed: number],
): void => {
  const [good, bad] = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8')) as never) : ([0, 0] as const);
  passed += good;
  failed += bad === 0 && !ok ? 1 : bad;
};

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

one(run('check', 'node', ['src/tools/check.ts']));
counted(
  run('unit, conformance and content tests', 'vitest', [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${VITEST}`,
  ]),
  VITEST,
  (r: { numPassedTests: number; numFailedTests: number }) => [r.numPassedTests, r.numFailedTests],
);
const built = run('build', 'astro', ['build'], { ASTRO_TELEMETRY_DISABLED: '1' });
one(built);
if (built) {
  counted(
    run('browser tests', 'playwright', ['test', '--config', 'tests/playwright.config.ts', '--reporter=line,json'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(PLAYWRIGHT),
    }),
    PLAYWRIGHT,
    ({ stats }: { stats: { expected: number; flaky: number; unexpected: number } }) => [
      stats.expected + stats.flaky,
      stats.unexpected,
    ],
  );
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
