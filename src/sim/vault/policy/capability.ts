import type { Operation } from '../framework/request.ts';

/** What a rule can grant (vault: policy.go). `subscribe` and `recover` parse, but only Enterprise uses them. */
export type Capability =
  | 'create'
  | 'delete'
  | 'deny'
  | 'list'
  | 'patch'
  | 'read'
  | 'recover'
  | 'subscribe'
  | 'sudo'
  | 'update';

/** One bit a capability, in the order of their names. */
const BITS: Readonly<Record<Capability, number>> = {
  create: 1,
  delete: 2,
  deny: 4,
  list: 8,
  patch: 16,
  read: 32,
  recover: 64,
  subscribe: 128,
  sudo: 256,
  update: 512,
};

const NAMES = Object.keys(BITS) as readonly Capability[];

/** @param recover whether the release knows `recover` */
export const isCapability = (name: string, recover: boolean): name is Capability =>
  Object.hasOwn(BITS, name) && (recover || name !== 'recover');

export const bitOf = (capability: Capability): number => BITS[capability];

export const bitsOf = (capabilities: readonly Capability[]): number =>
  capabilities.reduce((bits, capability) => bits | BITS[capability], 0);

export const has = (bits: number, capability: Capability): boolean => (bits & BITS[capability]) !== 0;

/** The names in a set of bits, sorted. */
export const namesOf = (bits: number): readonly Capability[] => NAMES.filter((name) => has(bits, name));

/** The capability an operation needs: its own name. */
export const neededFor = (operation: Operation): Capability => operation;

/** `policy = "write"` and the like, the form before capabilities (vault: policy.go, OldWritePathPolicy …). */
export const OLD_POLICIES: Readonly<Record<string, readonly Capability[]>> = {
  deny: ['deny'],
  read: ['read', 'list'],
  write: ['create', 'read', 'update', 'delete', 'list'],
  sudo: ['create', 'read', 'update', 'delete', 'list', 'sudo'],
};
