/** Output for programs: `-o json|yaml|name|jsonpath|custom-columns|go-template`. Source: cli-runtime: pkg/printers, genericclioptions. */

import { goJson, sorted } from '../../../go/json-write.ts';
import { kindNamed } from '../../../kubernetes/kinds/index.ts';
import { goYaml } from '../../text/yaml.ts';
import { failed } from '../failure.ts';
import { shortType } from '../mapper.ts';
import { at, type Json, listAt, nameOf, textAt } from '../objects/json.ts';
import { customColumns } from './custom-columns.ts';
import { goTemplate } from './go-template.ts';
import { jsonPath } from './json-path.ts';

const INDENT = '    ';
const FORMATS =
  'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,yaml';

/** The kubelets' and controllers' bookkeeping is not shown unless asked for. */
const withoutManagedFields = (object: Json): Json => {
  if (at(object, 'metadata').managedFields === undefined) return object;
  const { managedFields: _, ...metadata } = at(object, 'metadata');
  return { ...object, metadata };
};

const group = (object: Json): string => {
  const apiVersion = textAt(object, 'apiVersion');
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
};

/** `pod/web`, `deployment.apps/web`. */
export const typeAndName = (object: Json): string => {
  const kind = kindNamed(group(object), textAt(object, 'kind'));
  const type = kind
    ? shortType(kind)
    : [textAt(object, 'kind').toLowerCase(), group(object)].filter((s) => s !== '').join('.');
  return `${type}/${nameOf(object)}`;
};

/** Whether a value of `-o` is one of the formats here. */
export const isStructured = (format: string): boolean => format !== '' && format !== 'wide';

/**
 * An object, or a List of them, in a format.
 * @param format value of `-o`
 * @param allowed formats to name when it is none; left out: those of a command that changes things
 * @param noHeaders columns without their headings
 * @throws KubectlFailure
 */
export const structured = (format: string, object: Json, allowed = FORMATS, noHeaders = false): string => {
  const isList = textAt(object, 'kind') === 'List';
  const clean = isList
    ? { ...object, items: listAt(object, 'items').map(withoutManagedFields) }
    : withoutManagedFields(object);
  const [name = '', expression] = format.split(/=(.*)/s);
  switch (name) {
    case 'json':
      return `${goJson(sorted(clean), INDENT, false)}\n`;
    case 'yaml':
    case 'kyaml':
      return goYaml(clean);
    case 'name':
      return (isList ? listAt(clean, 'items') : [clean]).map((o) => `${typeAndName(o)}\n`).join('');
    case 'jsonpath':
    case 'jsonpath-as-json':
      if (expression === undefined || expression === '')
        throw failed('template format specified but no template given');
      return jsonPath(expression, clean);
    case 'custom-columns':
      if (expression === undefined || expression === '')
        throw failed('custom-columns format specified but no custom columns given');
      return customColumns(expression, isList ? listAt(clean, 'items') : [clean], !noHeaders);
    case 'go-template':
    case 'template':
      if (expression === undefined || expression === '')
        throw failed('template format specified but no template given');
      if (expression === undefined || expression === '')
        throw failed('template format specified but no template given');
      return goTemplate(expression, clean);
    default:
      throw failed(
        `unable to match a printer suitable for the output format ${JSON.stringify(format)}, allowed formats are: ${allowed}`,
      );
  }
};
