import { goYaml } from '../../text/yaml.ts';
import { type Json, nameOf, namespaceOf } from '../objects/json.ts';
import { annotationLines, labelLines } from './text.ts';

/** Kinds without a description of their own: head, then their other fields as YAML. */
export const describePlain = (object: Json): string => {
  const { apiVersion: _v, kind: _k, metadata: _m, ...rest } = object;
  const head = namespaceOf(object) === '' ? '' : `Namespace:\t${namespaceOf(object)}\n`;
  return `Name:\t${nameOf(object)}\n${head}${labelLines(object)}${annotationLines(object)}${Object.keys(rest).length === 0 ? '' : goYaml(rest)}`;
};
