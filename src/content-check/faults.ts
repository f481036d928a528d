/** The catalogue of faults, tried on the world that is kept for it: what every observer sees, as the model shows it. */
import { type FaultTrial, faultTrials, type TriedFault } from '../sim/faults/trial.ts';
import { type Fault, faults, machines, OBSERVERS } from '../sim/index.ts';
import { readContent } from './content.ts';
import type { ContentFiles } from './files.ts';

/** The world that all faults are tried on: `content/worlds/faults.yaml`. */
export const FAULT_WORLD = 'faults';

/**
 * Try faults one after the other.
 * @throws Error when the world cannot be read
 */
export const faultTrial = (files: ContentFiles): FaultTrial => {
  const world = readContent(files).content.worlds[FAULT_WORLD];
  if (!world) throw new Error(`content/worlds/${FAULT_WORLD}.yaml is missing or cannot be read: run the content check`);
  return faultTrials(machines, world.value);
};

/** What a trial contradicts, one sentence each: `agent: no line of … contains …`. */
export const contradictions = ({ observed, recovery }: TriedFault): readonly string[] => [
  ...observed.flatMap(({ by, outcomes }) => outcomes.flatMap((o) => (o.held ? [] : [`${by}: ${o.observed}`]))),
  ...recovery.flatMap((o) => (o.held ? [] : [`recovery: ${o.observed}`])),
];

const WIDTH = Math.max(...OBSERVERS.map((name) => name.length)) + 2;

const row = (name: string, text: string): string => `  ${name.padEnd(WIDTH)}${text}`;

const recoveryText = ({ recovery, end }: Fault): string => {
  const how = end === null ? 'over at once' : recovery.itself ? 'by itself' : 'not by itself';
  return `${how}: ${recovery.says}${recovery.remedy === undefined ? '' : ` (\`${recovery.remedy}\`)`}`;
};

/** A fault with what each observer saw, as lines of text. */
export const faultLines = (tried: TriedFault): readonly string[] => {
  const { fault } = tried;
  const wrong = contradictions(tried);
  return [
    `${fault.id}: ${fault.title}`,
    ...tried.observed.map(({ by, says, text }) => row(by, text === undefined ? says : `${says} \`${text}\``)),
    row('recovery', recoveryText(fault)),
    ...wrong.map((line) => `  NOT SO: ${line}`),
  ];
};

/** All faults, tried in the order of the catalogue. */
export const tryFaults = (files: ContentFiles): readonly TriedFault[] => Object.values(faults).map(faultTrial(files));
