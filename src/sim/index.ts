export * as jwt from './jwt/index.ts';
export * from './kernel/index.ts';
export { machines } from './machines.ts';
