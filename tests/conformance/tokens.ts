/** Tokens that a recording names without saying how they were made. */
import type { Bindings } from './match.ts';

const NAMED_JWT = /<(jwt \d+)>/g;
const BASE64_JWT = /\bZXlK[\w+/=]{100,}/g;
const JWT = /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/;

/** The token with one character in the middle of its signature changed. */
const tampered = (token: string): string => {
  const at = token.lastIndexOf('.') + 20;
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
};

const lastJwt = (bindings: Bindings, before: number): string | undefined => {
  for (let n = before; n > 0; n--) {
    const known = bindings.get(`jwt ${n}`);
    if (known !== undefined) return known;
  }
  return undefined;
};

/**
 * A step whose tokens can be filled in: a JWT that no answer gave is an earlier one that was tampered with, and a JWT
 * in base64 (the data of a Secret) was written by the recorder as it was: the last one known stands there in a replay.
 */
export const withTokens = <T extends object>(step: T, bindings: Bindings): T => {
  const { response: _, ...request } = step as { response?: unknown };
  for (const [, name = ''] of JSON.stringify(request).matchAll(NAMED_JWT)) {
    const earlier = bindings.get(name) === undefined && lastJwt(bindings, Number(name.slice(4)) - 1);
    if (earlier) bindings.bind(name, tampered(earlier));
  }
  const text = JSON.stringify(step);
  const replaced = text.replace(BASE64_JWT, (data) => {
    const known = JWT.test(Buffer.from(data, 'base64').toString('utf8')) ? lastJwt(bindings, 99) : undefined;
    return known === undefined ? data : Buffer.from(known).toString('base64');
  });
  return replaced === text ? step : (JSON.parse(replaced) as T);
};
