/** Flags, width and precision of one formatting directive. */
export interface Flags {
  sharp: boolean;
  zero: boolean;
  plus: boolean;
  minus: boolean;
  space: boolean;
  /** `%+v` and `%#v` change what is printed rather than how. */
  plusV: boolean;
  sharpV: boolean;
  /** -1: not given. */
  width: number;
  precision: number;
}

export const plainFlags = (): Flags => ({
  sharp: false,
  zero: false,
  plus: false,
  minus: false,
  space: false,
  plusV: false,
  sharpV: false,
  width: -1,
  precision: -1,
});

const runeCount = (bytes: string): number => bytes.replace(/[\x80-\xbf]/g, '').length;

/** Pad to the width, counted in runes. */
export const pad = (bytes: string, flags: Flags): string => {
  const missing = flags.width - runeCount(bytes);
  if (missing <= 0) return bytes;
  if (flags.minus) return bytes + ' '.repeat(missing);
  return (flags.zero ? '0' : ' ').repeat(missing) + bytes;
};
