/** A place for the token. Source: vault: command/agentproxyshared/sink/{sink,file,inmem}. */
export type Sink =
  | {
      readonly type: 'file';
      /** As the process sees it. */
      readonly path: string;
      /** Permission bits. */
      readonly mode: number;
      /** Seconds; 0: the token as it is. */
      readonly wrapTtl: number;
    }
  /** The memory of a listener that may use the auto-auth token. */
  | { readonly type: 'inmem'; readonly listener: string }
  /** A persistent cache keeps the token for the next process. */
  | { readonly type: 'cache'; readonly path: string };

/** Permission bits as Go prints a regular file's mode: `-rw-r-----`. */
export const fileMode = (bits: number): string => {
  const letters = 'rwxrwxrwx';
  return `-${[...letters].map((letter, i) => ((bits >> (8 - i)) & 1 ? letter : '-')).join('')}`;
};

/** Permission bits as the world's files have them: `0640`. */
export const octalMode = (bits: number): string => `0${bits.toString(8).padStart(3, '0')}`;
