import type { Functions } from '../define.ts';

/** Sprig's text functions under consul-template's prefix `sprig_`. Source: Masterminds/sprig 3.3.0. */
export const sprigFunctions: Functions = {};
