/** Worlds of the site's content with a workload delivered in one of the ways, for tests. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { vi } from 'vitest';
import { machines, Session, type WorldDefinition } from '../../../../src/sim/index.ts';
import type { KubeObject } from '../../../../src/sim/kubernetes/api/object.ts';
import { objectsOf } from '../../../../src/sim/scenario/expect/objects.ts';

// Hours are played in a test; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const worlds = new URL('../../../../content/worlds/', import.meta.url);

/** A world with texts of its files replaced: `{ 'app.yaml': [['from', 'to']] }`. A text that is not found is an error. */
export const worldOf = (
  name: string,
  changes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {},
): WorldDefinition => {
  const world = load(readFileSync(new URL(`${name}.yaml`, worlds), 'utf8')) as WorldDefinition;
  const files: Record<string, string> = { ...world.files };
  for (const [file, list] of Object.entries(changes))
    for (const [from, to] of list) {
      if (!files[file]?.includes(from)) throw new Error(`${file} of ${name} does not contain ${from}`);
      files[file] = files[file].replace(from, to);
    }
  return { ...world, files };
};

export class Lab {
  readonly session: Session;

  constructor(world: WorldDefinition) {
    this.session = new Session(machines, world);
  }

  /** Type a command that must succeed. */
  type(script: string): string {
    const { exit, stdout, stderr } = this.session.type(script);
    if (exit !== 0) throw new Error(`${script}: ${stderr || stdout}`);
    return stdout;
  }

  /** So many Pods of the workload. */
  scale(replicas: number): void {
    const file = this.session.files()['app.yaml'] ?? '';
    this.session.save('app.yaml', file.replace(/replicas: \d+/, `replicas: ${replicas}`));
    this.type('kubectl apply -f app.yaml');
  }

  wait(seconds: number): void {
    this.session.advanceTo(this.session.now + seconds * 1000);
  }

  objects(kind: string, name = '*', namespace = 'app'): KubeObject[] {
    return objectsOf(this.session, { kind, namespace, name });
  }

  /** Files of the workload's volumes by their path in the volume. */
  files(volume: string): Record<string, string> {
    const at = new RegExp(`^pods/app/web-[^/]+/${volume}/`);
    return Object.fromEntries(
      this.session.run.files().flatMap(([path, { text }]) => (at.test(path) ? [[path.replace(at, ''), text]] : [])),
    );
  }

  /** `reason: message` of events in a namespace. */
  events(namespace = 'app'): string[] {
    return this.objects('event', '*', namespace).map((e) => `${e.reason}: ${e.message}`);
  }

  /** Requests that Vault got since a time, as `METHOD path`. */
  asked(since = 0): string[] {
    const { run, start } = this.session;
    return run.history.flatMap((e) =>
      e.kind === 'request' && e.toPlace === 'vault' && e.at >= start + since && e.place !== 'operator'
        ? [`${e.method} ${e.path}`]
        : [],
    );
  }

  /** Vault cannot be reached from anywhere. */
  cutVault(): void {
    this.session.run.apply({ type: 'fault', fault: { id: 'cut', from: '*', to: 'vault', effect: 'refuse' } });
  }

  healVault(): void {
    this.session.run.apply({ type: 'heal', id: 'cut' });
  }
}
