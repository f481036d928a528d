/** The injector, started anew with other settings, as when its Deployment is changed. */
import type { Command, Run } from '../../kernel/index.ts';
import { FaultError } from '../fault.ts';

interface Injector {
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly listen: { readonly authority: string; readonly notAfter?: number };
}

const injectorOf = (run: Run): { readonly place: string; readonly context: Injector } => {
  const actor = run.actor('injector');
  if (actor) return { place: actor.place, context: actor.snapshot.context as Injector };
  throw new FaultError('there is no injector in this world', 'Begin with a world that has one.');
};

/** Value of a setting. @throws FaultError when there is no injector */
export const settingOf = (run: Run, name: string): string | number | boolean | undefined =>
  injectorOf(run).context.settings[name];

/** End the injector and start it with its settings, some of them changed. @throws FaultError when there is none */
export const restartInjector = (
  run: Run,
  changed: Readonly<Record<string, string | number | boolean>>,
): readonly Command[] => {
  const { place, context } = injectorOf(run);
  const { authority, notAfter } = context.listen;
  const input = {
    env: {},
    flags: { ...context.settings, ...changed },
    authority,
    ...(notAfter !== undefined && { notAfter }),
  };
  return [
    { type: 'stop', id: 'injector' },
    { type: 'spawn', id: 'injector', kind: 'injector', place, input },
  ];
};
