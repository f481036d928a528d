/** `$(( … ))`: whole numbers, variables, the operators of C that count and compare. */

/** A text that is no arithmetic, in the shell's words. */
export class ArithmeticError extends Error {}

type Act = (a: number, b: number) => number;

/** From weakest to strongest. */
const LEVELS: readonly Readonly<Record<string, Act>>[] = [
  { '||': (a, b) => Number(a !== 0 || b !== 0) },
  { '&&': (a, b) => Number(a !== 0 && b !== 0) },
  { '==': (a, b) => Number(a === b), '!=': (a, b) => Number(a !== b) },
  {
    '<=': (a, b) => Number(a <= b),
    '>=': (a, b) => Number(a >= b),
    '<': (a, b) => Number(a < b),
    '>': (a, b) => Number(a > b),
  },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => Math.trunc(divided(a, b)), '%': (a, b) => divided(a, b) && a % b },
];

const divided = (a: number, b: number): number => {
  if (b === 0) throw new ArithmeticError('division by 0');
  return a / b;
};

const TOKEN = /\s*(\d+|\$?[A-Za-z_][A-Za-z0-9_]*|\|\||&&|[=!<>]=|[-+*/%<>()!])/y;

/** @throws ArithmeticError */
export const arithmetic = (text: string, variable: (name: string) => string | undefined): number => {
  const wrong = (): ArithmeticError => new ArithmeticError(`${text.trim()}: syntax error in expression`);
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; text.slice(at).trim() !== ''; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw wrong();
    tokens.push(token);
  }
  let next = 0;
  const one = (): number => {
    const token = tokens[next++];
    if (token === '-') return -one();
    if (token === '+') return one();
    if (token === '!') return Number(one() === 0);
    if (token === '(') {
      const value = level(0);
      if (tokens[next++] !== ')') throw wrong();
      return value;
    }
    if (token === undefined || !/^[\d$A-Za-z_]/.test(token)) throw wrong();
    const value = Number(/^\d/.test(token) ? token : (variable(token.replace(/^\$/, '')) ?? '0'));
    return Number.isInteger(value) ? value : 0;
  };
  const level = (strength: number): number => {
    const acts = LEVELS[strength];
    if (!acts) return one();
    let value = level(strength + 1);
    for (;;) {
      const act = acts[tokens[next] ?? ''];
      if (!act) return value;
      next++;
      value = act(value, level(strength + 1));
    }
  };
  const value = tokens.length === 0 ? 0 : level(0);
  if (next < tokens.length) throw wrong();
  return value;
};
