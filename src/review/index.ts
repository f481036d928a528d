export { type Card, cardsOf, isAway, isLeech } from './cards.ts';
export { beginningOf, type Day, dayOf, dayText, readDay } from './day.ts';
export type { Deck, DeckCheck, DeckQuestion } from './deck.ts';
export { type Due, due, dueCards } from './due.ts';
export { type ExamPlan, examPlan } from './exam-plan.ts';
export { type Forecast, type ForecastDay, forecast } from './forecast.ts';
export {
  cardsIn,
  type MisconceptionHeat,
  misconceptionHeat,
  type ObjectiveHeat,
  objectiveHeat,
  warmth,
} from './heat.ts';
export { type Plan, planFor, troubled } from './plan.ts';
export { type About, aboutCard, type CardId, checkCard, questionCard, type Recall, recallsOf } from './recalls.ts';
export {
  DEFAULTS,
  FRESH,
  LIMITS,
  RETENTIONS,
  type ReviewSettings,
  settingEntry,
  settingsOf,
} from './settings.ts';
