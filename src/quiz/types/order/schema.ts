import type { Rich } from '../../rich/types.ts';

export interface Step {
  readonly id: string;
  readonly text: Rich;
  readonly feedback: Rich;
}

export interface OrderBody {
  /** In the order of display. */
  readonly steps: readonly Step[];
  /** The right order; empty where it is concealed. */
  readonly order: readonly string[];
  /** A digest of the right order, so that a display can avoid it without knowing it. */
  readonly seal: string;
}

/** The ids of all steps in the learner's order. */
export type OrderResponse = readonly string[];
