import type { Rule } from '../rule.ts';
import { listOnData } from './list-on-data.ts';
import { missingDataSegment } from './missing-data-segment.ts';
import { kvStartupPath } from './startup-path.ts';
import { kvVersion1 } from './version-1.ts';

/** Rules about KV paths. A new one is a file and a line here. */
export const kvRules: readonly Rule[] = [listOnData, missingDataSegment, kvStartupPath, kvVersion1];
