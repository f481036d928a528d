import { type Grade, grading } from '../../labs/grade.ts';
import type { Lab } from '../../labs/lab.ts';
import type { Lab as Bench } from '../workbench/lab.ts';
import { Pump, type Task } from '../workbench/pump.ts';

/** Real milliseconds after which the bench says what it is working on. */
const ANNOUNCED = 200;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Wait for what was begun before: a command that was typed must have had its effect. */
const settled = async (bench: Bench, task: Task): Promise<void> => {
  do await pause(ANNOUNCED);
  while (bench.state.work !== null && !task.cancelled);
};

/**
 * Grade what stands on the bench. Files count as they are in the editor; what they are to do in the world must have
 * been applied. The bench stays as it is.
 * @returns null when it was cancelled
 */
export const gradeBench = async (bench: Bench, lab: Lab, task: Task): Promise<Grade | null> => {
  await settled(bench, task);
  const session = bench.session?.branch();
  if (session === undefined) return null;
  for (const [name, text] of Object.entries(bench.state.files)) session.save(name, text);
  const done = await new Pump().work(
    task,
    (pause) => grading(session, lab, pause),
    () => undefined,
  );
  return done?.value ?? null;
};
