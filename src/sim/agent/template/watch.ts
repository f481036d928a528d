import type { Effect } from '../../kernel/effects.ts';
import { drawsOf } from '../draws.ts';
import { worldPath } from '../files.ts';
import { Logger } from '../log/hclog.ts';
import type { Dependency } from './dependency.ts';
import type { FileInput } from './file-dependency.ts';
import { DEFAULT_ATTEMPTS, DEFAULT_BASE, DEFAULT_CAP, type Retry } from './retry.ts';
import type { RunnerContext } from './runner-context.ts';
import type { SecretInput } from './secret.ts';

/** Where consul-template looks for Consul and Nomad by default. (api.DefaultConfig of both) */
const FOREIGN: Readonly<Record<string, string>> = { consul: 'http://127.0.0.1:8500', nomad: 'http://127.0.0.1:4646' };
const FOREIGN_RETRY: Retry = { attempts: DEFAULT_ATTEMPTS, enabled: true, base: DEFAULT_BASE, cap: DEFAULT_CAP };

/** Start watching a dependency. */
export const watch = (c: RunnerContext, dependency: Dependency): Effect[] => {
  const id = `${c.self}/${dependency.name}`;
  const added = new Logger(c.level, 'agent').debug(`(watcher) adding ${dependency.name}`);
  if (dependency.kind === 'file') {
    const path = worldPath(c.settings.mounts, dependency.path);
    const input: FileInput = { runner: c.self, name: dependency.name, path, shown: dependency.path };
    return [...added, { type: 'spawn', params: { id, kind: 'agent/file', input } }];
  }
  const foreign = FOREIGN[dependency.kind];
  const input: SecretInput = {
    runner: c.self,
    level: c.level,
    client: foreign === undefined ? c.client : { address: foreign },
    token: foreign === undefined ? c.token : '',
    dependency,
    retry: foreign === undefined ? c.settings.retry : FOREIGN_RETRY,
    staticInterval: c.settings.staticInterval,
    threshold: c.settings.threshold,
    draws: drawsOf(c.draws, dependency.name),
  };
  return [...added, { type: 'spawn', params: { id, kind: 'agent/secret', input } }];
};
