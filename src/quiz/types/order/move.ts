/** The list with one id at another position; positions outside end at the edges. */
export const moved = (list: readonly string[], id: string, to: number): readonly string[] => {
  const rest = list.filter((other) => other !== id);
  const at = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, at), id, ...rest.slice(at)];
};
