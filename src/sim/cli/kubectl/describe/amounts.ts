import { canonical, quantityOf } from '../../../go/quantity.ts';
import { type Json, listAt, textAt } from '../objects/json.ts';

/** Thousandths of what a quantity says. */
export const milli = (quantity: string): number => {
  const { mantissa, scale } = quantityOf(quantity || '0');
  return Math.ceil(Number(mantissa) * 10 ** (scale + 3));
};

/** Thousandths as a quantity, with powers of two where they fit. */
export const quantityText = (thousandths: number, resource: string): string => {
  const whole = thousandths / 1000;
  const text = resource === 'cpu' ? `${thousandths}m` : whole % 1024 === 0 ? `${whole / 1024}Ki` : `${whole}`;
  const read = canonical(text);
  return 'text' in read ? read.text : text;
};

/**
 * Thousandths that a Pod asks for: its containers together, or the largest of its init containers where that is more;
 * init containers that go on running count with the containers. (component-helpers: resource/helpers.go, PodRequests)
 */
export const podAmount = (pod: Json, of: 'requests' | 'limits', resource: string): number => {
  const amount = (c: Json): number => milli(textAt(c, 'resources', of, resource));
  let staying = 0;
  let largest = 0;
  for (const c of listAt(pod, 'spec', 'initContainers')) {
    if (c.restartPolicy === 'Always') staying += amount(c);
    largest = Math.max(largest, c.restartPolicy === 'Always' ? staying : staying + amount(c));
  }
  const containers = listAt(pod, 'spec', 'containers').reduce((sum, c) => sum + amount(c), staying);
  return Math.max(containers, largest);
};
