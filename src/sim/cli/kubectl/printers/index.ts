import { plain } from './plain.ts';
import { pods } from './pods.ts';
import type { Printer } from './printer.ts';

const PRINTERS: Readonly<Record<string, Printer>> = { pods };

/** The columns of a kind, by its plural. A new one is a file beside this and a name here. */
export const printerOf = (plural: string): Printer =>
  Object.hasOwn(PRINTERS, plural) ? (PRINTERS[plural] ?? plain) : plain;
