/** Parts of examples that need many questions. */

/** Single choices in a fixed order, with the key at these positions of three. */
export const fixedOrder = (positions: readonly number[]): string =>
  positions
    .map((position, i) => {
      const options = ['A', 'B', 'C'].map((name, at) => `- [${at === position ? 'x' : ' '}] ${name} ${i}`);
      return `## T${i} {#t${i} shuffle=false}\n\nWhich part asks in case ${i}?\n\n${options.join('\n')}\n`;
    })
    .join('\n');

/** Statements that are so or not. */
export const statements = (keys: readonly boolean[]): string =>
  keys
    .map(
      (key, i) => `## T${i} {#t${i}}\n\nStatement ${i}.\n\n- [${key ? 'x' : ' '}] True\n- [${key ? ' ' : 'x'}] False\n`,
    )
    .join('\n');

/** Questions of one level of Bloom's taxonomy. */
export const ofLevel = (level: string, count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `## T${i} {#t${i} bloom=${level}}\n\nWhich part asks in case ${i}?\n\n- [x] A\n- [ ] B\n- [ ] C\n`,
  ).join('\n');
