import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8 } from '../../jwt/index.ts';

/** A text's bytes in hexadecimal. */
export const hexOf = (text: string): string => bytesToHex(utf8(text));
