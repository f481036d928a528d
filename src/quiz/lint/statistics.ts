const logFactorials: number[] = [0];

const logFactorial = (n: number): number => {
  for (let i = logFactorials.length; i <= n; i++) logFactorials.push(logFactorials[i - 1]! + Math.log(i));
  return logFactorials[n]!;
};

/** The chance of `k` or more hits in `n` tries of chance `p`. */
export const binomialTail = (k: number, n: number, p: number): number => {
  let sum = 0;
  for (let i = k; i <= n; i++) {
    const ways = logFactorial(n) - logFactorial(i) - logFactorial(n - i);
    sum += Math.exp(ways + i * Math.log(p) + (n - i) * Math.log(1 - p));
  }
  return Math.min(1, sum);
};

/** Values that chi-square exceeds by chance in 1 of 100 cases, by degrees of freedom from 1 (Pearson's table). */
const CRITICAL = [6.635, 9.21, 11.345, 13.277, 15.086, 16.812, 18.475, 20.09];

/** Whether counts differ from equal shares more than chance allows in 99 of 100 cases. */
export const isUneven = (counts: readonly number[]): boolean => {
  const total = counts.reduce((a, b) => a + b, 0);
  const expected = total / counts.length;
  // Below five a cell, the approximation by chi-square says nothing.
  if (counts.length < 2 || expected < 5) return false;
  const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return chi > (CRITICAL[counts.length - 2] ?? Number.POSITIVE_INFINITY);
};
