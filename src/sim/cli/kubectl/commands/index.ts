import type { Command } from '../command.ts';
import { apply } from './apply.ts';
import { create } from './create.ts';
import { createObjects, createToken } from './create-objects.ts';
import { remove } from './delete.ts';
import { get } from './get.ts';

/** Every command by its words. A new one is a file beside this and a line here. */
export const commands: Readonly<Record<string, Command>> = {
  apply,
  create,
  ...createObjects,
  'create token': createToken,
  delete: remove,
  get,
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
