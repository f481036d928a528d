/** Rules for names and labels, with the sentences of apimachinery's `pkg/util/validation`. An empty list: valid. */

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const CONFIG_KEY = '[-._a-zA-Z0-9]+';

const LABEL_TEXT = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character`;
const SUBDOMAIN_TEXT = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`;
const LABEL_1035_TEXT = `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character`;
const QUALIFIED_TEXT = `must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character`;
const LABEL_VALUE_TEXT = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character`;

// The doubled blank between examples is apimachinery's own.
const regexError = (text: string, regex: string, ...examples: readonly string[]): string =>
  `${text} (e.g. ${examples.map((e) => `'${e}'`).join(',  or ')}, regex used for validation is '${regex}')`;

const tooLong = (limit: number): string => `must be no more than ${limit} bytes`;
const matches = (text: string, regex: string): boolean => new RegExp(`^(?:${regex})$`).test(text);

const check = (text: string, limit: number, regex: string, error: string): string[] => [
  ...(text.length > limit ? [tooLong(limit)] : []),
  ...(matches(text, regex) ? [] : [error]),
];

/** RFC 1123 label, at most 63 bytes: containers, volumes, namespaces. */
export const dnsLabel = (text: string): string[] =>
  check(text, 63, LABEL, regexError(LABEL_TEXT, LABEL, 'my-name', '123-abc'));

/** RFC 1123 subdomain, at most 253 bytes: most objects. */
export const dnsSubdomain = (text: string): string[] =>
  check(text, 253, SUBDOMAIN, regexError(SUBDOMAIN_TEXT, SUBDOMAIN, 'example.com'));

/** RFC 1035 label: Services. */
export const dns1035Label = (text: string): string[] =>
  check(text, 63, LABEL_1035, regexError(LABEL_1035_TEXT, LABEL_1035, 'my-name', 'abc-123'));

/** Values of labels: empty, or like a name, at most 63 bytes. */
export const labelValue = (text: string): string[] =>
  check(text, 63, `(${QUALIFIED})?`, regexError(LABEL_VALUE_TEXT, `(${QUALIFIED})?`, 'MyValue', 'my_value', '12345'));

/** Keys of labels and annotations: `[prefix/]name`. */
export const qualifiedName = (text: string): string[] => {
  const parts = text.split('/');
  const qualifiedError = regexError(QUALIFIED_TEXT, QUALIFIED, 'MyName', 'my.name', '123-abc');
  const errors: string[] = [];
  const name = parts.at(-1) ?? '';
  if (parts.length > 2)
    return [
      `a qualified name ${qualifiedError} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  if (parts.length === 2) {
    const prefix = parts[0] ?? '';
    if (prefix === '') errors.push('prefix part must be non-empty');
    else errors.push(...dnsSubdomain(prefix).map((e) => `prefix part ${e}`));
  }
  if (name === '') errors.push('name part must be non-empty');
  else if (name.length > 63) errors.push(`name part ${tooLong(63)}`);
  if (!matches(name, QUALIFIED)) errors.push(`name part ${qualifiedError}`);
  return errors;
};

/** Names of RBAC objects: any text that can stand as one segment of a path. */
export const pathSegment = (text: string): string[] => {
  if (text === '.' || text === '..') return [`may not be '${text}'`];
  return [
    ...(text.includes('/') ? [`may not contain '/'`] : []),
    ...(text.includes('%') ? [`may not contain '%'`] : []),
  ];
};

/** Keys of Secrets and ConfigMaps. */
export const configKey = (text: string): string[] => {
  const errors = check(
    text,
    253,
    CONFIG_KEY,
    regexError(
      `a valid config key must consist of alphanumeric characters, '-', '_' or '.'`,
      CONFIG_KEY,
      'key.name',
      'KEY_NAME',
      'key-name',
    ),
  );
  if (text === '.') errors.push(`must not be '.'`);
  if (text === '..') errors.push(`must not be '..'`);
  else if (text.startsWith('..')) errors.push(`must not start with '..'`);
  return errors;
};

/** Names of environment variables, relaxed since 1.30: any printable ASCII but `=`. */
export const envVarName = (text: string): string[] =>
  text === '' || /^[\x20-\x3c\x3e-\x7e]+$/.test(text)
    ? []
    : ["a valid environment variable name must consist only of printable ASCII characters other than '='"];

/** Names of ports. */
export const portName = (text: string): string[] => [
  ...(text.length > 15 ? [tooLong(15)] : []),
  ...(/^[-a-z0-9]+$/.test(text) ? [] : ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)']),
  ...(/[a-z]/.test(text) ? [] : ['must contain at least one letter (a-z)']),
  ...(text.includes('--') ? ['must not contain consecutive hyphens'] : []),
  ...(text.startsWith('-') || text.endsWith('-') ? ['must not begin or end with a hyphen'] : []),
];

/** The sentence for a number out of its range. */
export const inclusiveRange = (low: number, high: number): string => `must be between ${low} and ${high}, inclusive`;
