import type { Functions } from '../define.ts';
import { collectionFunctions } from './collections.ts';
import { encodingFunctions } from './encode.ts';
import { foreignFunctions } from './foreign.ts';
import { localFunctions } from './local.ts';
import { mathFunctions } from './math.ts';
import { parseFunctions } from './parse.ts';
import { scratchFunctions } from './scratch.ts';
import { stringFunctions } from './strings.ts';
import { vaultFunctions } from './vault.ts';
import '../time-methods.ts';

/** Every function consul-template 0.39.1 adds (template.go: funcMap), Sprig's apart. */
export const consulFunctions: Functions = {
  ...vaultFunctions,
  ...foreignFunctions,
  ...scratchFunctions,
  ...localFunctions,
  ...encodingFunctions,
  ...stringFunctions,
  ...collectionFunctions,
  ...parseFunctions,
  ...mathFunctions,
};
