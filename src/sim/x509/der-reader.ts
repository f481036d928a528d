/** Reading what `der.ts` writes, as far as certificates need it. */

export interface Der {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Tag, length and content. */
  readonly whole: Uint8Array;
}

/** The elements that follow each other in `bytes`; stops at the first that is damaged. */
export const elements = (bytes: Uint8Array): readonly Der[] => {
  const out: Der[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const tag = bytes[at] ?? 0;
    let length = bytes[at + 1] ?? 0;
    let start = at + 2;
    if (length > 0x80) {
      const count = length & 0x7f;
      length = [...bytes.subarray(start, start + count)].reduce((n, byte) => n * 256 + byte, 0);
      start += count;
    }
    if (start + length > bytes.length) break;
    out.push({ tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) });
    at = start + length;
  }
  return out;
};
