import { autoAuth } from './auth/auto-auth.ts';
import { execServer } from './exec/exec-server.ts';
import { lifetimeWatcher } from './lifetime/watcher.ts';
import { agentProcess } from './process.ts';
import { listener } from './proxy/listener.ts';
import { sinkServer } from './sink/sink-server.ts';
import { fileDependency } from './template/file-dependency.ts';
import { secret } from './template/secret.ts';
import { templateRunner } from './template/template-runner.ts';
import { templateServer } from './template/template-server.ts';

export { configurationBanner, RELOAD, SHUTDOWN, STARTED } from './banner.ts';
export type { Draws } from './draws.ts';
export type { Mounts } from './files.ts';
export { ends, grace, nextBackoff, renewalSleep, startBackoff } from './lifetime/arithmetic.ts';
export { printLine } from './log/hclog.ts';
export type { AgentOutput } from './process.ts';
export type { AgentInput } from './process-input.ts';
export { AGENT_VERSION } from './version.ts';

/** The Vault Agent: a process and its parts. */
export const machines = {
  agent: agentProcess,
  'agent/auto-auth': autoAuth,
  'agent/lifetime-watcher': lifetimeWatcher,
  'agent/sink': sinkServer,
  'agent/template-server': templateServer,
  'agent/template-runner': templateRunner,
  'agent/secret': secret,
  'agent/file': fileDependency,
  'agent/exec-server': execServer,
  'agent/listener': listener,
} as const;
