import { quantityOf } from '../../../go/quantity.ts';
import { at, type Json, listAt, textAt } from '../objects/json.ts';

const isOptional = (ref: Json): string => `Optional: ${ref.optional === true}`;

/** A field of the Pod that a variable holds; fields outside the metadata are not looked up. (kubectl: EnvValueRetriever) */
const fieldValue = (pod: Json | undefined, path: string): string => {
  const [, map, key] = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path) ?? [];
  if (map !== undefined) return textAt(pod, 'metadata', map, key ?? '');
  const [, field] = /^metadata\.(name|namespace|uid)$/.exec(path) ?? [];
  return field === undefined ? '' : textAt(pod, 'metadata', field);
};

const amount = (text: string): number => {
  const { mantissa, scale } = quantityOf(text);
  return Number(mantissa) * 10 ** scale;
};

/** What a `resourceFieldRef` comes to, rounded up. (kubectl: pkg/util/resource, ExtractContainerResourceValue) */
const resourceValue = (container: Json, ref: Json): string => {
  const [of = '', name = ''] = textAt(ref, 'resource').split('.');
  const given = textAt(container, 'resources', of, name);
  const divisor = amount(textAt(ref, 'divisor') || '1') || 1;
  const value = given === '' ? '0' : String(Math.ceil(amount(given) / divisor));
  return value === '0' && of === 'limits' && (name === 'cpu' || name === 'memory') ? 'node allocatable' : value;
};

const textOf = (variable: Json, container: Json, pod: Json | undefined): string => {
  const from = at(variable, 'valueFrom');
  if (from.fieldRef !== undefined) {
    const path = textAt(from, 'fieldRef', 'fieldPath');
    return `${fieldValue(pod, path)} (${textAt(from, 'fieldRef', 'apiVersion') || 'v1'}:${path})`;
  }
  if (from.resourceFieldRef !== undefined)
    return `${resourceValue(container, at(from, 'resourceFieldRef'))} (${textAt(from, 'resourceFieldRef', 'resource')})`;
  const secret = at(from, 'secretKeyRef');
  if (from.secretKeyRef !== undefined)
    return `<set to the key '${textAt(secret, 'key')}' in secret '${textAt(secret, 'name')}'>\t${isOptional(secret)}`;
  const map = at(from, 'configMapKeyRef');
  if (from.configMapKeyRef !== undefined)
    return `<set to the key '${textAt(map, 'key')}' of config map '${textAt(map, 'name')}'>\t${isOptional(map)}`;
  return textAt(variable, 'value').replaceAll('\n', '\n      \t');
};

const sourceLine = (source: Json): string => {
  const isMap = source.configMapRef !== undefined;
  const ref = at(source, isMap ? 'configMapRef' : 'secretRef');
  const prefix = textAt(source, 'prefix');
  const from = `${isMap ? 'ConfigMap' : 'Secret'}${prefix === '' ? '' : ` with prefix '${prefix}'`}`;
  return `      ${textAt(ref, 'name')}\t${from}\t${isOptional(ref)}\n`;
};

/**
 * The environment of a container. (kubectl: pkg/describe/describe.go, describeContainerEnvFrom, describeContainerEnvVars)
 * @param pod whose fields the variables hold; left out for a template
 */
export const environmentLines = (container: Json, pod: Json | undefined): string => {
  const sources = listAt(container, 'envFrom').map(sourceLine).join('');
  const variables = listAt(container, 'env').map((v) => `      ${textAt(v, 'name')}:\t${textOf(v, container, pod)}\n`);
  return [
    sources === '' ? '' : `    Environment Variables from:\n${sources}`,
    variables.length === 0 ? '    Environment:\t<none>\n' : `    Environment:\n${variables.join('')}`,
  ].join('');
};
