import { type Operation, PREFIX, settingsWith } from '../../../../src/sim/injector/index.ts';

export const settings = settingsWith({
  vaultAddress: 'http://vault.vault.svc:8200',
  vaultImage: 'hashicorp/vault:1.19.5',
});

/** A Pod template with annotations given without their prefix. */
export const template = (annotations: Readonly<Record<string, string>>, spec: object = {}) => ({
  metadata: {
    annotations: Object.fromEntries(Object.entries(annotations).map(([name, value]) => [PREFIX + name, value])),
  },
  spec: { containers: [{ name: 'app', image: 'app:1' }], ...spec },
});

export const asked = { 'agent-inject': 'true', role: 'app' };

/** Places that an annotation put something at: `path + pointer`, with the Agent configuration's own pointer behind `#`. */
export const placesOf = (operations: readonly Operation[], name: string): readonly string[] =>
  operations.flatMap(({ path, causes }) =>
    causes
      .filter(({ from }) => from.includes(PREFIX + name))
      .map(({ at, config }) => `${path}${at}${config === undefined ? '' : `#${config}`}`),
  );
