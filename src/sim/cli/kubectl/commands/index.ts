import type { Command } from '../command.ts';
import { apply } from './apply.ts';
import { authCanI } from './auth-can-i.ts';
import { configCurrentContext, configView } from './config.ts';
import { create } from './create.ts';
import { createObjects } from './create-objects.ts';
import { createToken } from './create-one/token.ts';
import { remove } from './delete.ts';
import { describe } from './describe.ts';
import { exec } from './exec.ts';
import { get } from './get.ts';
import { logs } from './logs.ts';
import { annotate, label } from './metadata.ts';
import { patch } from './patch.ts';
import { rolloutHistory, rolloutUndo } from './rollout/history.ts';
import { rolloutRestart } from './rollout/restart.ts';
import { rolloutStatus } from './rollout/status.ts';
import { scale } from './scale.ts';
import { version } from './version.ts';
import { wait } from './wait.ts';

/** Every command by its words. A new one is a file beside this and a line here. */
export const commands: Readonly<Record<string, Command>> = {
  annotate,
  apply,
  'auth can-i': authCanI,
  'config current-context': configCurrentContext,
  'config view': configView,
  create,
  ...createObjects,
  'create token': createToken,
  delete: remove,
  describe,
  exec,
  get,
  label,
  logs,
  patch,
  'rollout history': rolloutHistory,
  'rollout restart': rolloutRestart,
  'rollout status': rolloutStatus,
  'rollout undo': rolloutUndo,
  scale,
  version,
  wait,
};

/** Real commands that the console does not have. */
export const notModelled: readonly string[] = [
  'alpha',
  'attach',
  'autoscale',
  'certificate',
  'completion',
  'cordon',
  'cp',
  'debug',
  'diff',
  'drain',
  'edit',
  'events',
  'explain',
  'expose',
  'kustomize',
  'plugin',
  'port-forward',
  'proxy',
  'replace',
  'run',
  'set',
  'taint',
  'top',
  'uncordon',
];
