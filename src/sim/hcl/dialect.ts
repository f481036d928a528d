/** How the two releases of the HCL library differ. */
export interface Dialect {
  /** A list broken off by `}` still lets the surrounding object go on (library v1.0.1-vault-5, in Vault 1.19). */
  readonly forgivesBrokenObject: boolean;
  /** Two assignments of one key in one object are an error (library v1.0.1-vault-7, in Vault 1.21). */
  readonly refusesDuplicates: boolean;
}

/** Vault 1.19: duplicate keys merge silently. */
export const LENIENT: Dialect = { forgivesBrokenObject: true, refusesDuplicates: false };

/** Vault 1.21. */
export const STRICT: Dialect = { forgivesBrokenObject: false, refusesDuplicates: true };

/** Objects and lists nested deeper than this are refused. Go would go on; a browser's stack would not. */
export const DEEPEST = 400;
