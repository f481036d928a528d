import { multiple } from './multiple/index.ts';
import { registryOf } from './registry.ts';
import { single } from './single/index.ts';

/** Every kind of question, in order of recognition. A new kind is a folder and one line here. */
export const questionTypes = registryOf([multiple, single]);
