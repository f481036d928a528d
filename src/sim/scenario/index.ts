export { ExchangeLog, exchangesOf } from './exchanges.ts';
export { type Expectation, evaluate, evaluateAll, evaluating, type Outcome, spanOf } from './expect/index.ts';
export { MomentLog, momentsOf } from './moments.ts';
export { partiesOf, partyOf } from './parties.ts';
export { type Play, type Played, type PlayProblem, play, storyOf, type TimelineEntry } from './play.ts';
export { type Pause, type Pieces, Session, SessionError, type Step } from './session.ts';
export { type Exchange, type Moment, PARTY_KINDS, type Party, type PartyKind } from './story.ts';
export type { WorldDefinition } from './world.ts';
