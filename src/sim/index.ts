export { type Completion, complete, type Typed } from './cli/index.ts';
export {
  FAULT_GROUPS,
  type Fault,
  type FaultEntry,
  type FaultGroup,
  faultCatalogue,
  faults,
  OBSERVERS,
  type Observer,
} from './faults/index.ts';
export * as jwt from './jwt/index.ts';
export * from './kernel/index.ts';
export { machines } from './machines.ts';
export * from './scenario/index.ts';
