import { type Grade, grading } from '../../labs/grade.ts';
import type { Lab } from '../../labs/lab.ts';
import type { Lab as Bench } from '../workbench/lab.ts';
import { Pump, type Task } from '../workbench/pump.ts';

/**
 * Grade what stands on the bench. Files count as they are in the editor; what they are to do in the world must have
 * been applied. The bench stays as it is.
 * @returns null when it was cancelled
 */
export const gradeBench = async (bench: Bench, lab: Lab, task: Task): Promise<Grade | null> => {
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
