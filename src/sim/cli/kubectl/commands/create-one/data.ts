/** Secrets and ConfigMaps. Source: kubectl: pkg/cmd/create/create_{secret,configmap}.go. */
import { base64, utf8 } from '../../../../jwt/index.ts';
import type { Maker } from './maker.ts';
import { dataFrom, SOURCES } from './sources.ts';

const encoded = (data: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, base64(utf8(value))]));

const filled = (data: Readonly<Record<string, string>>) => (Object.keys(data).length > 0 ? { data } : {});

export const dataMakers: readonly Maker[] = [
  {
    group: '',
    kind: 'Secret',
    word: 'secret generic',
    flags: { ...SOURCES, type: { kind: 'text', help: 'Type of the Secret' } },
    *fields(call) {
      const type = call.flags.text('type');
      return { ...filled(encoded(yield* dataFrom(call))), ...(type !== '' && { type }) };
    },
    failing: 'failed to create secret ',
  },
  {
    group: '',
    kind: 'ConfigMap',
    word: 'configmap',
    short: 'cm',
    flags: SOURCES,
    *fields(call) {
      return filled(yield* dataFrom(call));
    },
    failing: 'failed to create configmap: ',
  },
];
