/** Encodings and hashes of consul-template (template/funcs.go). */
import { hmac } from '@noble/hashes/hmac.js';
import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeBase, encodeBase, STANDARD, URL_SAFE } from '../../encoding/base64.ts';
import { decodeJson } from '../../encoding/json-decode.ts';
import { COMPACT, encodeJson, type JsonStyle, PRETTY } from '../../encoding/json-encode.ts';
import { encodeToml } from '../../encoding/toml-encode.ts';
import { decodeYaml } from '../../encoding/yaml-decode.ts';
import { encodeYaml } from '../../encoding/yaml-encode.ts';
import { trimSpace } from '../../text/unicode.ts';
import { toOctets } from '../../text/utf8.ts';
import { object } from '../../values/value.ts';
import { define, type Functions } from '../define.ts';
import { wrapping } from './wrap.ts';

const json = (name: string, style: JsonStyle) =>
  define('any', 'string', (call, v) => wrapping(name, () => encodeJson(call.meter, v, style)));

export const encodingFunctions: Functions = {
  base64Decode: define('string', 'string', (_, text) => wrapping('base64Decode', () => decodeBase(text, STANDARD))),
  base64Encode: define('string', 'string', (_, text) => encodeBase(text, STANDARD)),
  base64URLDecode: define('string', 'string', (_, text) =>
    wrapping('base64URLDecode', () => decodeBase(text, URL_SAFE)),
  ),
  base64URLEncode: define('string', 'string', (_, text) => encodeBase(text, URL_SAFE)),
  toJSON: json('toJSON', COMPACT),
  toJSONPretty: json('toJSONPretty', PRETTY),
  toUnescapedJSON: json('toUnescapedJSON', { ...COMPACT, escapeHtml: false }),
  toUnescapedJSONPretty: json('toUnescapedJSONPretty', { ...PRETTY, escapeHtml: false }),
  toYAML: define('any', 'string', (call, v) => trimSpace(encodeYaml(call.meter, v))),
  toTOML: define('any', 'string', (call, v) => wrapping('toTOML', () => trimSpace(encodeToml(call.meter, v)))),
  parseJSON: define('string', 'any', (_, text) => (text === '' ? object([]) : decodeJson(text))),
  parseYAML: define('string', 'any', (call, text) => (text === '' ? object([]) : decodeYaml(call.meter, text))),
  sha256Hex: define('string', 'string', (_, text) => bytesToHex(sha256(toOctets(text)))),
  md5sum: define('string', 'string', (_, text) => bytesToHex(md5(toOctets(text)))),
  hmacSHA256Hex: define('string string', 'string', (_, message, key) =>
    bytesToHex(hmac(sha256, toOctets(key), toOctets(message))),
  ),
};
