#!/usr/bin/env node
// Starts the terminal command. JavaScript, because Node strips no types below node_modules: a project that has Sidecar
// Lab as a dependency needs the hook below, and an older Node needs the one that this package brings.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const { registerHooks, stripTypeScriptTypes } = nodeModule;

if (registerHooks && stripTypeScriptTypes) {
  const root = new URL('../', import.meta.url).href;
  process.removeAllListeners('warning');
  registerHooks({
    load: (url, context, next) =>
      url.startsWith(root) && url.endsWith('.ts')
        ? {
            format: 'module',
            shortCircuit: true,
            source: stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8')),
          }
        : next(url, context),
  });
  const { main } = await import('./sidecar-lab.ts');
  process.exitCode = main(process.argv.slice(2));
} else if (existsSync(own) && process.execPath !== own && !process.env.SIDECAR_LAB_NODE) {
  const done = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, SIDECAR_LAB_NODE: '1' },
  });
  process.exitCode = done.status ?? 2;
} else {
  console.error(`sidecar-lab needs Node 22.15 or newer; this is ${process.version}.`);
  process.exitCode = 2;
}
