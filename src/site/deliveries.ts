import { playable } from '../content-check/playable.ts';
import {
  type Measurement,
  measureDelivery,
  measurePlaintext,
  type Plaintext,
  type Subject,
} from '../sim/delivery/measure/index.ts';
import { machines } from '../sim/index.ts';
import { content } from './content.ts';

/** One way to bring a secret to an application, as the comparison page shows it. */
export interface Delivery {
  /** Permanent; the scenario is called `delivery-<id>`. */
  readonly id: string;
  readonly name: string;
  /** Where the containers that it shares run, as the end of a sentence. */
  readonly shared: 'on each node' | 'in the cluster' | null;
  /** What it asks of Vault is counted for each of these. */
  readonly per: 'Pod' | 'VaultStaticSecret';
  readonly measured: Measurement;
}

/** The texts of the worlds' secret and of its next version. */
const SECRET = {
  manifest: 'app.yaml',
  plaintext: 's3cr3t',
  replacement: 'r0tated',
  replace: 'vault kv put kv/app/config username=web password=r0tated',
} as const;

const subject = (id: string): Subject => {
  const scenario = content.scenarios[`delivery-${id}`]?.value;
  const ready = scenario && playable(content, `delivery-${id}`, scenario.title, scenario);
  if (!ready) throw new Error(`There is no scenario \`delivery-${id}\`. Run \`npm run content:check\`.`);
  return { world: { ...ready.world, files: ready.files }, ...SECRET };
};

const delivery = (
  id: string,
  name: string,
  shared: Delivery['shared'] = null,
  per: Delivery['per'] = 'Pod',
): Delivery => ({ id, name, shared, per, measured: measureDelivery(machines, subject(id)) });

/** The five ways, in the order in which they take work from the application. Measured when the page is built. */
export const deliveries = (): readonly Delivery[] => [
  delivery('sdk', 'The application itself'),
  delivery('init', 'Init container'),
  delivery('sidecar', 'Init container and sidecar'),
  delivery('csi', 'CSI driver', 'on each node'),
  delivery('secrets-operator', 'Secrets Operator', 'in the cluster', 'VaultStaticSecret'),
];

/** The application itself, without renewal. */
export const withoutRenewal = (): Measurement => measureDelivery(machines, subject('sdk-without-renewal'));

/** Where the secret stands when the CSI driver also makes a Secret of it. */
export const syncedPlaintext = (): Plaintext => measurePlaintext(machines, subject('csi-synced'));
