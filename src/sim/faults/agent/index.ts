import type { Fault } from '../fault.ts';
import { agentKilled } from './killed.ts';
import { agentOomKilled } from './oom-killed.ts';

/** In the order of the catalogue. */
export const AGENT_FAULTS: readonly Fault[] = [agentKilled, agentOomKilled];
