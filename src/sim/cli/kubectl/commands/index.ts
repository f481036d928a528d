import type { Command } from '../command.ts';
import { apiResources } from './api/resources.ts';
import { apiVersions } from './api/versions.ts';
import { apply } from './apply.ts';
import { authCanI } from './auth/can-i.ts';
import { authWhoAmI } from './auth/who-am-i.ts';
import { clusterInfo } from './cluster-info.ts';
import { configSetContext, configUseContext } from './config/set.ts';
import {
  configCurrentContext,
  configGetClusters,
  configGetContexts,
  configGetUsers,
  configView,
} from './config/show.ts';
import { create } from './create.ts';
import { createObjects } from './create-objects.ts';
import { createToken } from './create-one/token.ts';
import { remove } from './delete.ts';
import { describe } from './describe.ts';
import { events } from './events.ts';
import { exec } from './exec.ts';
import { get } from './get.ts';
import { logs } from './logs.ts';
import { annotate, label } from './metadata.ts';
import { patch } from './patch.ts';
import { replace } from './replace.ts';
import { rolloutHistory, rolloutUndo } from './rollout/history.ts';
import { rolloutPause, rolloutResume } from './rollout/pause.ts';
import { rolloutRestart } from './rollout/restart.ts';
import { rolloutStatus } from './rollout/status.ts';
import { run } from './run.ts';
import { scale } from './scale.ts';
import { setEnv } from './set/env.ts';
import { setImage } from './set/image.ts';
import { version } from './version.ts';
import { wait } from './wait.ts';

/** Every command by its words. A new one is a file beside this and a line here. */
export const commands: Readonly<Record<string, Command>> = {
  annotate,
  'api-resources': apiResources,
  'api-versions': apiVersions,
  apply,
  'auth can-i': authCanI,
  'auth whoami': authWhoAmI,
  'cluster-info': clusterInfo,
  'config current-context': configCurrentContext,
  'config get-clusters': configGetClusters,
  'config get-contexts': configGetContexts,
  'config get-users': configGetUsers,
  'config set-context': configSetContext,
  'config use-context': configUseContext,
  'config view': configView,
  create,
  ...createObjects,
  'create token': createToken,
  delete: remove,
  describe,
  events,
  exec,
  get,
  label,
  logs,
  patch,
  replace,
  'rollout history': rolloutHistory,
  'rollout pause': rolloutPause,
  'rollout restart': rolloutRestart,
  'rollout resume': rolloutResume,
  'rollout status': rolloutStatus,
  'rollout undo': rolloutUndo,
  run,
  scale,
  'set env': setEnv,
  'set image': setImage,
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
  'explain',
  'expose',
  'kustomize',
  'options',
  'plugin',
  'port-forward',
  'proxy',
  'taint',
  'top',
  'uncordon',
];
