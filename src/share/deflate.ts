/** Compression as every current browser and Node have it built in (Compression Streams standard). */

/** Raw DEFLATE of a text's UTF-8. */
export const deflate = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(
    await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
  );

/**
 * The text again.
 * @param limit largest number of bytes it may have; a small input can stand for gigabytes, so it is read piece by piece
 * @returns null when the bytes are no raw DEFLATE of UTF-8, or `too large`
 */
export const inflate = async (bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<string | 'too large' | null> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let size = 0;
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.length;
      if (size > limit) {
        await reader.cancel();
        return 'too large';
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return null;
  }
};
