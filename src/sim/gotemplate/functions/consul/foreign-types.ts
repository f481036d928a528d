/** Types of what Consul and Nomad would give; only their names and nil values are ever seen. */
import { ANY, INT, mapOf, namedSlice, pointerTo, STRING, sliceOf, structOf } from '../../values/type.ts';

const opaque = (name: string) => sliceOf(pointerTo(structOf(name, [])));

export const PAIR = structOf('dependency.KeyPair', [
  { name: 'Path', type: STRING },
  { name: 'Key', type: STRING },
  { name: 'Value', type: STRING },
]);
export const PAIRS = sliceOf(pointerTo(PAIR));
export const PAIRS_BY_KEY = mapOf(STRING, mapOf(STRING, pointerTo(PAIR)));
export const HEALTH_SERVICES = opaque('dependency.HealthService');
export const SERVICES_BY_META = mapOf(STRING, HEALTH_SERVICES);
export const NODES = opaque('dependency.Node');
export const CATALOG_SERVICES = opaque('dependency.CatalogSnippet');
export const PEERINGS = opaque('dependency.Peering');
export const PARTITIONS = opaque('dependency.Partition');
export const ROOTS = opaque('api.CARoot');
export const EXPORTED = sliceOf(structOf('dependency.ExportedService', []));
export const NOMAD_SERVICES = opaque('dependency.NomadServicesSnippet');
export const NOMAD_SERVICE = opaque('dependency.NomadService');
export const NOMAD_VARIABLES = opaque('dependency.NomadVarMeta');
export const NOMAD_ITEMS = pointerTo(structOf('dependency.NomadVarItems', []));
export const BY_PORT = mapOf(INT, sliceOf(ANY));
export const BY_TAG = mapOf(STRING, sliceOf(ANY));
export const TAGS = namedSlice('dependency.ServiceTags', STRING);
