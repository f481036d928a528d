import type { Meter } from './exec/meter.ts';
import { show } from './fmt/print.ts';
import { sprintf } from './fmt/printf.ts';
import { fromJson } from './values/secret.ts';

const MARK = '[redacted]';

/** Several replacements at once, at each place the first pair that fits (strings.Replacer). */
const replaceEach = (text: string, secrets: readonly string[]): string => {
  const full = secrets.filter((secret) => secret !== '');
  const anywhere = full.length < secrets.length;
  let out = '';
  let afterMatch = false;
  for (let at = 0; at <= text.length; ) {
    const found = full.find((secret) => text.startsWith(secret, at));
    if (found !== undefined) {
      out += MARK;
      at += found.length;
      afterMatch = true;
      continue;
    }
    // An empty value matches between all characters, as the real replacer has it.
    if (anywhere && !afterMatch) out += MARK;
    afterMatch = false;
    out += text[at] ?? '';
    at++;
  }
  return out;
};

/**
 * consul-template's `redactinator`: values of the secrets in use do not appear in an error text. The result goes through
 * a format function without operands, so a `%` in it comes out as Go prints it: `%!z(MISSING)`.
 * @param text byte string. @param secrets bodies of the secrets (their `data` counts)
 */
export const redact = (meter: Meter, text: string, secrets: readonly unknown[]): string => {
  const values = secrets.flatMap((secret) => Object.values((secret as { data?: object } | null)?.data ?? {}));
  return sprintf(
    meter,
    replaceEach(
      text,
      values.map((item) => show(meter, fromJson(item))),
    ),
    [],
  );
};
