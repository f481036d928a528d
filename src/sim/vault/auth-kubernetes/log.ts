import type { Mount } from '../framework/index.ts';

/** The logger of one mount: `auth.kubernetes.auth_kubernetes_1a2b3c4d`. */
export const loggerOf = (mount: Pick<Mount, 'type' | 'accessor'>): string => `auth.${mount.type}.${mount.accessor}`;

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A value of a log line as go-hclog prints it: in quotes where it has blanks or quotes. A backslash stays single, so
 * a quote inside JSON text comes out as `\\"`.
 */
export const logValue = (value: string): string =>
  /[\s"]/.test(value) ? `"${value.replace(/["\n\r\t]/g, (c) => ESCAPES[c] ?? c)}"` : value;
