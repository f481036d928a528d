/** Who is told of changes in this tab. */
export interface Listeners {
  subscribe(listener: () => void): () => void;
  tell(): void;
  clear(): void;
}

export const listeners = (): Listeners => {
  const all = new Set<() => void>();
  return {
    subscribe: (listener) => {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell: () => {
      for (const listener of all) listener();
    },
    clear: () => all.clear(),
  };
};
