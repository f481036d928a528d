/** Distinguished names in the order in which Go writes them (Go: crypto/x509/pkix, Name.ToRDNSequence). */
import * as der from './der.ts';

export interface Name {
  readonly country: readonly string[];
  readonly organization: readonly string[];
  readonly ou: readonly string[];
  readonly locality: readonly string[];
  readonly province: readonly string[];
  readonly streetAddress: readonly string[];
  readonly postalCode: readonly string[];
  readonly commonName: string;
  readonly serialNumber: string;
  readonly userIds: readonly string[];
}

const USER_ID = '0.9.2342.19200300.100.1.1';

const attribute = (type: string, value: string): Uint8Array => der.sequence(der.oid(type), der.text(value));

const bytesInOrder = (a: Uint8Array, b: Uint8Array): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0);
  return a.length - b.length;
};

/** RDNSequence. */
export const encodeName = (name: Name): Uint8Array => {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['2.5.4.6', name.country],
    ['2.5.4.10', name.organization],
    ['2.5.4.11', name.ou],
    ['2.5.4.7', name.locality],
    ['2.5.4.8', name.province],
    ['2.5.4.9', name.streetAddress],
    ['2.5.4.17', name.postalCode],
    ['2.5.4.3', name.commonName === '' ? [] : [name.commonName]],
    ['2.5.4.5', name.serialNumber === '' ? [] : [name.serialNumber]],
    ...name.userIds.map((id) => [USER_ID, [id]] as const),
  ];
  return der.sequence(
    ...lists
      .filter(([, values]) => values.length > 0)
      .map(([type, values]) => der.set(...values.map((value) => attribute(type, value)).sort(bytesInOrder))),
  );
};

export const isEmptyName = (name: Name): boolean => encodeName(name).length <= 2;
