/** Control characters, without writing them into patterns. */

const isControl = (code: number): boolean => code < 0x20 || code === 0x7f;

/** Is there a control character other than those in `except`? */
export const hasControl = (text: string, except = ''): boolean => {
  for (let i = 0; i < text.length; i++) {
    if (isControl(text.charCodeAt(i)) && !except.includes(text[i]!)) return true;
  }
  return false;
};

/** Each byte through a function that may give a replacement. */
export const replaceBytes = (
  text: string,
  replacement: (char: string, control: boolean) => string | undefined,
): string => {
  let out = '';
  for (const char of text) out += replacement(char, isControl(char.charCodeAt(0))) ?? char;
  return out;
};
