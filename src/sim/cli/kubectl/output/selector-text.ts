import { byText } from '../../../text/order.ts';
import { at, listAt, textAt } from '../objects/json.ts';

/** A label selector as one text. (apimachinery: meta/v1 helpers.go, FormatLabelSelector) */
export const selectorText = (selector: unknown): string => {
  const equal = Object.entries(at(selector, 'matchLabels')).map(([key, value]) => [key, `${key}=${value}`] as const);
  const sets = listAt(selector, 'matchExpressions').map((e) => {
    const key = textAt(e, 'key');
    const values = `(${((e.values ?? []) as string[]).toSorted(byText).join(',')})`;
    const text = {
      In: `${key} in ${values}`,
      NotIn: `${key} notin ${values}`,
      Exists: key,
      DoesNotExist: `!${key}`,
    }[textAt(e, 'operator')];
    return [key, text ?? key] as const;
  });
  const parts = [...equal, ...sets].toSorted(([a], [b]) => byText(a, b)).map(([, text]) => text);
  return parts.length === 0 ? '<none>' : parts.join(',');
};
