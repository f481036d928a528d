import { expect, test } from 'vitest';
import { canonical, compareQuantities, quantityOf } from '../../../../src/sim/go/quantity.ts';

test.each([
  ['0.5', '500m'],
  ['1000m', '1'],
  ['1024Mi', '1Gi'],
  ['1.5Gi', '1536Mi'],
  ['100Ki', '100Ki'],
  ['12e6', '12e6'],
  ['0', '0'],
])('%s is written %s', (given, written) => {
  expect(canonical(given)).toEqual({ text: written });
});

test('units do not matter when quantities are compared', () => {
  expect(compareQuantities(quantityOf('1Gi'), quantityOf('1000M'))).toBe(1);
  expect(compareQuantities(quantityOf('250m'), quantityOf('0.25'))).toBe(0);
});

test('what is no quantity is refused', () => {
  for (const text of ['', 'lots', '1x', '--1']) expect(canonical(text)).toHaveProperty('error');
});
