/** `sys/tools/hash` and `sys/tools/random`. (vault: logical_system.go, pathHashWrite, pathRandomWrite) */
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { base64, fromBase64 } from '../../jwt/index.ts';
import { invalidRequest, type Response } from '../framework/index.ts';
import { sysPath } from './path.ts';

const ALGORITHMS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  'sha2-224': sha224,
  'sha2-256': sha256,
  'sha2-384': sha384,
  'sha2-512': sha512,
  'sha3-224': sha3_224,
  'sha3-256': sha3_256,
  'sha3-384': sha3_384,
  'sha3-512': sha3_512,
};

const encoded = (bytes: Uint8Array, format: string): string => {
  if (format === 'hex') return bytesToHex(bytes);
  if (format === 'base64') return base64(bytes);
  throw invalidRequest(`unsupported encoding format ${format}; must be "hex" or "base64"`);
};

export const toolsHash = sysPath({
  pattern: 'tools/hash(/(?<urlalgorithm>.+))?',
  fields: {
    input: { type: 'string' },
    algorithm: { type: 'string', default: 'sha2-256' },
    urlalgorithm: { type: 'string' },
    format: { type: 'string', default: 'hex' },
  },
  operations: {
    update: (_, __, fields): Response => {
      const input = fromBase64(fields.get('input'));
      if (!('bytes' in input))
        throw invalidRequest(`unable to decode input as base64: illegal base64 data at input byte ${input.corruptAt}`);
      const name = fields.get('urlalgorithm') || fields.get('algorithm');
      const algorithm = Object.hasOwn(ALGORITHMS, name) ? ALGORITHMS[name] : undefined;
      if (!algorithm) throw invalidRequest(`unsupported algorithm ${name}`);
      return { data: { sum: encoded(algorithm(input.bytes), fields.get('format')) } };
    },
  },
});

const SOURCES = ['platform', 'seal', 'all'];

export const toolsRandom = sysPath({
  pattern: 'tools/random(/(?<source>platform|seal|all))?(/(?<urlbytes>\\d+))?',
  fields: {
    bytes: { type: 'int', default: 32 },
    urlbytes: { type: 'string' },
    source: { type: 'string', default: 'platform' },
    format: { type: 'string', default: 'base64' },
  },
  operations: {
    update: (core, _, fields): Response => {
      const bytes = fields.get('urlbytes') === '' ? fields.get('bytes') : Number(fields.get('urlbytes'));
      if (bytes < 1) throw invalidRequest('"bytes" cannot be less than 1');
      if (bytes > 131_072) throw invalidRequest('"bytes" should be less than 131072');
      const source = fields.get('source') || 'platform';
      if (!SOURCES.includes(source))
        throw invalidRequest(
          `unsupported entropy source ${JSON.stringify(source)}; must be "platform" or "seal", or "all"`,
        );
      return { data: { random_bytes: encoded(core.random.bytes(bytes), fields.get('format')) } };
    },
  },
});
