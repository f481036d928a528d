import type { Outcome, Recording } from '../recording.ts';
import { playLife } from './agent-life/play.ts';
import { playTemplate } from './agent-templates.ts';
import { playCli } from './cli.ts';
import { playExchanges } from './exchanges.ts';

type Player = (recording: Recording, index: number) => Outcome;

/** Families that are something else than HTTP exchanges, by the beginning of their name. */
const PLAYERS: readonly (readonly [family: string, player: Player])[] = [
  ['agent/life', playLife],
  ['agent/templates', playTemplate],
  ['cli/', playCli],
];

/** The player that can replay a recording. */
export const playerFor = (recording: Recording): Player =>
  PLAYERS.find(([family]) => recording.family.startsWith(family))?.[1] ?? playExchanges;
