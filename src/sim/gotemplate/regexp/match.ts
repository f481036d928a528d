/** Runs a program over a text in time proportional to both: no pattern can make it hang. Leftmost, first choice wins. */
import type { Meter } from '../exec/meter.ts';
import { decodeRune } from '../text/utf8.ts';
import { isWord } from './classes.ts';
import type { Instruction } from './program.ts';
import type { Assertion } from './syntax.ts';

interface Thread {
  at: number;
  slots: readonly number[];
}

const holds = (what: Assertion, text: string, at: number): boolean => {
  const before = at > 0 ? text.charCodeAt(at - 1) : -1;
  const after = at < text.length ? text.charCodeAt(at) : -1;
  const boundary = isWord(before) !== isWord(after);
  switch (what) {
    case 'begin text':
      return at === 0;
    case 'end text':
      return at === text.length;
    case 'begin line':
      return at === 0 || before === 10;
    case 'end line':
      return at === text.length || after === 10;
    case 'word boundary':
      return boundary;
    case 'no word boundary':
      return !boundary;
  }
};

/** Follow the instructions that consume nothing, best choice first. */
const follow = (
  program: readonly Instruction[],
  text: string,
  pos: number,
  start: Thread,
  seen: Set<number>,
  out: Thread[],
): void => {
  const stack = [start];
  while (stack.length > 0) {
    const { at, slots } = stack.pop()!;
    if (seen.has(at)) continue;
    seen.add(at);
    const instruction = program[at]!;
    switch (instruction.op) {
      case 'jump':
        stack.push({ at: instruction.to, slots });
        break;
      case 'split':
        stack.push({ at: instruction.second, slots }, { at: instruction.first, slots });
        break;
      case 'save': {
        const next = [...slots];
        next[instruction.slot] = pos;
        stack.push({ at: at + 1, slots: next });
        break;
      }
      case 'assert':
        if (holds(instruction.what, text, pos)) stack.push({ at: at + 1, slots });
        break;
      default:
        out.push({ at, slots });
    }
  }
};

/** Places of the groups (start, end pairs; -1 where a group took no part), or undefined. Searches from byte `from`. */
export const runProgram = (
  meter: Meter,
  program: readonly Instruction[],
  groups: number,
  text: string,
  from: number,
): readonly number[] | undefined => {
  const none: readonly number[] = new Array(groups * 2).fill(-1);
  let threads: Thread[] = [];
  let found: readonly number[] | undefined;
  for (let pos = from; ; ) {
    const seen = new Set<number>();
    const ready: Thread[] = [];
    for (const thread of threads) follow(program, text, pos, thread, seen, ready);
    if (!found) follow(program, text, pos, { at: 0, slots: none }, seen, ready);
    meter.charge(1 + seen.size);
    const { rune, width } = decodeRune(text, pos);
    threads = [];
    for (const { at, slots } of ready) {
      const instruction = program[at]!;
      if (instruction.op === 'match') {
        found = slots;
        break;
      }
      if (instruction.op === 'rune' && width > 0 && instruction.test(rune)) threads.push({ at: at + 1, slots });
    }
    if (width === 0 || (found && threads.length === 0)) return found;
    pos += width;
  }
};
