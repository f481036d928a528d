import type { Effect } from '../../kernel/effects.ts';
import type { Logger } from '../log/hclog.ts';
import { finalConfig, type RunnerSettings } from './final-config.ts';

/** The lines around a runner's life that its server causes. Source: consul-template: manager/runner.go. */

export const creatingRunner = (
  log: Logger,
  settings: RunnerSettings,
  dry: boolean,
  authenticated: boolean,
): Effect[] => [
  ...log.info(`(runner) creating new runner (dry: ${dry}, once: false)`),
  ...(log.prints('debug') ? log.debug(`(runner) final config: ${finalConfig(settings, authenticated)}`) : []),
  ...log.info('(runner) creating watcher'),
];

/** @param finish is the end of the runner's own loop seen? Not when it had ended before, or the process is faster. */
export const stoppingRunner = (log: Logger, finish: boolean): Effect[] => [
  ...log.info('(runner) stopping'),
  ...log.debug('(runner) stopping watcher'),
  ...log.debug('(watcher) stopping all views'),
  ...(finish ? log.info('(runner) received finish') : []),
];
