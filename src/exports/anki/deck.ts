/** The deck that cards are put into. */
export const DECK = 'Sidecar Lab';
/** Ids of deck and note type in Anki: any numbers, but the same in each export, so that imports meet again. */
export const DECK_ID = 1_767_600_000_001;
export const MODEL_ID = 1_767_600_000_002;
