import type { Json } from '../objects/json.ts';

/** How `kubectl get` shows objects of one kind as rows. Source: kubernetes: pkg/printers/internalversion/printers.go. */
export interface Printer {
  /** Headings, in the order of the cells. */
  readonly columns: readonly string[];
  /** Further headings with `-o wide`. */
  readonly wide?: readonly string[];
  /** Cells of one object, wide ones last. @param now Unix milliseconds */
  readonly row: (object: Json, now: number) => readonly string[];
}
