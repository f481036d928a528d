// Root "postinstall": make `npm run …` use Node >= 22.12 even where the machine's is older.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const MIN = [22, 12];
const ok = (v) => {
  const [a, b] = v.replace(/^v/, '').split('.').map(Number);
  return a > MIN[0] || (a === MIN[0] && b >= MIN[1]);
};
const root = new URL('../..', import.meta.url);
const binDir = new URL('node_modules/.bin/', root);
const { fileURLToPath } = await import('node:url');
const link = fileURLToPath(new URL(process.platform === 'win32' ? 'node.cmd' : 'node', binDir));
if (existsSync(link) || ok(process.version)) {
  if (ok(process.version)) process.exit(0);
}
const name =
  { linux: 'node-linux', darwin: process.arch === 'arm64' ? 'node-bin-darwin' : 'node-darwin', win32: 'node-win' }[
    process.platform
  ] +
  '-' +
  process.arch;
try {
  const pkg = createRequire(new URL('package.json', root)).resolve(`${name}/package.json`);
  const bin = join(dirname(pkg), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const v = spawnSync(bin, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  if (!ok(v)) throw new Error(`${bin} does not run here`);
  mkdirSync(fileURLToPath(binDir), { recursive: true });
  rmSync(link, { force: true });
  if (process.platform === 'win32') writeFileSync(link, `@"${bin}" %*\r\n`);
  else symlinkSync(relative(fileURLToPath(binDir), bin), link);
  console.log(`ensure-node: npm scripts will use ${v} (${name}); this machine's is ${process.version}`);
} catch (e) {
  console.error(
    `\nThis project needs Node >= ${MIN.join('.')}; this is ${process.version}, and the npm package ${name} could not be used (${e.message}).\nInstall Node 22, 24 or 26 and run npm ci again.\n`,
  );
  process.exit(1);
}
