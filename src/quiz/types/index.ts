import { cloze } from './cloze/index.ts';
import { lab } from './lab/index.ts';
import { lines } from './lines/index.ts';
import { match } from './match/index.ts';
import { multiple } from './multiple/index.ts';
import { number } from './number/index.ts';
import { order } from './order/index.ts';
import { predict } from './predict/index.ts';
import { registryOf } from './registry.ts';
import { single } from './single/index.ts';
import { text } from './text/index.ts';
import { truefalse } from './truefalse/index.ts';

/** Every kind of question, in order of recognition: the more particular first. A new kind is a folder and one line here. */
export const questionTypes = registryOf([
  truefalse,
  lines,
  multiple,
  single,
  match,
  number,
  text,
  order,
  cloze,
  lab,
  predict,
]);
