import { scrollable } from '../../site/scrollable.ts';

/** Attributes of a box that scrolls by itself, as elements of React take them. */
export const attributesOf = (label: string) => {
  const { tabindex, ...rest } = scrollable(label);
  return { ...rest, tabIndex: tabindex };
};
