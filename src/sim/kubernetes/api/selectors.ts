import type { KubeObject } from './object.ts';

/** `{matchLabels, matchExpressions}`; an empty selector matches everything. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

type Labels = Readonly<Record<string, string>>;

/** Whether labels satisfy a selector object. */
export const matchesSelector = (selector: LabelSelector, labels: Labels): boolean =>
  Object.entries(selector.matchLabels ?? {}).every(([k, v]) => labels[k] === v) &&
  (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
    const value = labels[key];
    if (operator === 'In') return value !== undefined && values.includes(value);
    if (operator === 'NotIn') return value === undefined || !values.includes(value);
    return operator === 'Exists' ? value !== undefined : value === undefined;
  });

interface Requirement {
  readonly key: string;
  readonly test: (value: string | undefined) => boolean;
}

/** A `labelSelector` of a query (`app=web,tier in (a,b),!x`), or a text that says what is wrong with it. */
export const parseLabelSelector = (text: string): ((labels: Labels) => boolean) | string => {
  const requirements: Requirement[] = [];
  for (const item of splitTop(text)) {
    const set = /^([\w./-]+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(item);
    const equal = /^([\w./-]+)\s*(==|=|!=)\s*([\w.-]*)$/.exec(item);
    const exists = /^(!?)\s*([\w./-]+)$/.exec(item);
    if (set) {
      const [, key = '', op, list = ''] = set;
      const values = list.split(',').map((v) => v.trim());
      requirements.push({ key, test: (v) => (v !== undefined && values.includes(v)) === (op === 'in') });
    } else if (equal) {
      const [, key = '', op, value = ''] = equal;
      requirements.push({ key, test: (v) => (v === value) === (op !== '!=') });
    } else if (exists) {
      const [, not, key = ''] = exists;
      requirements.push({ key, test: (v) => (v !== undefined) === (not === '') });
    } else return `unable to parse requirement: found '${item}', expected: identifier`;
  }
  return (labels) => requirements.every((r) => r.test(labels[r.key]));
};

const splitTop = (text: string): string[] =>
  text
    .split(/,(?![^(]*\))/)
    .map((s) => s.trim())
    .filter((s) => s !== '');

/** A `fieldSelector` (`metadata.name=web,status.phase!=Running`), or what is wrong with it. */
export const parseFieldSelector = (
  text: string,
  fieldsOf: (object: KubeObject) => Readonly<Record<string, string>>,
): ((object: KubeObject) => boolean) | string => {
  const terms: { field: string; equal: boolean; value: string }[] = [];
  for (const item of text.split(',').filter((s) => s !== '')) {
    const m = /^([^!=]+)(==|=|!=)(.*)$/.exec(item);
    if (!m) return `invalid selector: '${item}'; can't understand '${item}'`;
    terms.push({ field: m[1] ?? '', equal: m[2] !== '!=', value: m[3] ?? '' });
  }
  const known = fieldsOf({ metadata: {} });
  const stranger = terms.find((t) => !(t.field in known));
  if (stranger) return `field label not supported: ${stranger.field}`;
  return (object) => {
    const fields = fieldsOf(object);
    return terms.every((t) => ((fields[t.field] ?? '') === t.value) === t.equal);
  };
};
