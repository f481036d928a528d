import type { z } from 'zod';

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
}

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as unknown as Def;

const unwrap = (schema: z.core.$ZodType): Def => {
  let def = defOf(schema);
  for (;;) {
    const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined);
    if (inner === undefined) return def;
    def = defOf(inner);
  }
};

/** The keys that a schema knows at a path; empty where it has no fixed ones. */
export const keysAt = (schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] => {
  let def = unwrap(schema);
  for (const key of path) {
    const next = def.shape?.[String(key)] ?? def.element ?? def.valueType;
    if (next === undefined) return [];
    def = unwrap(next);
  }
  return Object.keys(def.shape ?? {});
};
