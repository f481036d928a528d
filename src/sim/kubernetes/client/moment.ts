/** When an event happened. The first event of an actor carries the kernel's stamp inside its input. */

interface Stamps {
  readonly wall: number;
  readonly entropy: number;
}

const stampsOf = (event: object): Partial<Stamps> => {
  const { input } = event as { input?: Partial<Stamps> };
  return 'wall' in event ? (event as Partial<Stamps>) : (input ?? {});
};

/** Unix milliseconds on the actor's clock. */
export const wallOf = (event: object): number => stampsOf(event).wall ?? 0;

/** Seed for what is random in the event. */
export const entropyOf = (event: object): number => stampsOf(event).entropy ?? 0;
