/** `kubectl create TYPE NAME`, each under its long and its short name. A new one is an entry of one of the lists. */
import type { Command } from '../command.ts';
import { accessMakers } from './create-one/access.ts';
import { dataMakers } from './create-one/data.ts';
import { commandsOf } from './create-one/maker.ts';
import { workloadMakers } from './create-one/workloads.ts';

export const createObjects: Readonly<Record<string, Command>> = Object.assign(
  {},
  ...[...accessMakers, ...dataMakers, ...workloadMakers].map(commandsOf),
) as Readonly<Record<string, Command>>;
