import { type Json, listAt, textAt } from '../objects/json.ts';
import { selectorText } from '../output/selector-text.ts';

/** CONTAINERS, IMAGES and SELECTOR of what makes Pods. */
export const templateCells = (object: Json): string[] => {
  const containers = listAt(object, 'spec', 'template', 'spec', 'containers');
  return [
    containers.map((c) => textAt(c, 'name')).join(','),
    containers.map((c) => textAt(c, 'image')).join(','),
    selectorText((object.spec as Json | undefined)?.selector),
  ];
};
