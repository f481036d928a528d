import type { AliasView, EntityView, GroupView } from '../framework/identity.ts';
import type { TemplateSubject } from '../framework/policy.ts';

/** Whether a path holds `{{…}}`, or braces that do not pair (vault: sdk/helper/identitytpl, PopulateString). */
export function templateOf(path: string): 'plain' | 'templated' | 'unbalanced' {
  const pieces = path.split('{{');
  if (pieces[0]?.includes('}}')) return 'unbalanced';
  if (pieces.length === 1) return 'plain';
  return pieces.slice(1).every((piece) => piece.split('}}').length === 2) ? 'templated' : 'unbalanced';
}

const entryOf = (map: Readonly<Record<string, string>> | null, key: string): string | undefined =>
  map !== null && Object.hasOwn(map, key) ? map[key] : undefined;

const filled = (text: string): string | undefined => (text === '' ? undefined : text);

function aliasField(alias: AliasView, field: string): string | undefined {
  if (field === 'id') return filled(alias.id);
  if (field === 'name') return filled(alias.name);
  if (field.startsWith('metadata.')) return entryOf(alias.metadata, field.slice('metadata.'.length));
  if (field.startsWith('custom_metadata.'))
    return entryOf(alias.customMetadata, field.slice('custom_metadata.'.length));
  return undefined;
}

function entityField(entity: EntityView, field: string): string | undefined {
  if (field === 'id') return filled(entity.id);
  if (field === 'name') return filled(entity.name);
  if (field.startsWith('metadata.')) return entryOf(entity.metadata, field.slice('metadata.'.length));
  if (!field.startsWith('aliases.')) return undefined;
  const [, accessor = '', rest] = /^aliases\.([^.]*)\.(.*)$/s.exec(field) ?? [];
  const alias = entity.aliases.find(({ mountAccessor }) => mountAccessor === accessor);
  return alias === undefined || rest === undefined ? undefined : aliasField(alias, rest);
}

function groupField(groups: readonly GroupView[], selector: string): string | undefined {
  const [, by, key, field = ''] = /^(ids|names)\.([^.]*)\.(.*)$/s.exec(selector) ?? [];
  const group = groups.find(({ id, name }) => (by === 'ids' ? id : name) === key);
  if (by === undefined || group === undefined) return undefined;
  if (field === 'id') return group.id;
  if (field === 'name') return filled(group.name);
  return field.startsWith('metadata.') ? entryOf(group.metadata, field.slice('metadata.'.length)) : undefined;
}

/** The value of one directive for a subject, or undefined when it has none. */
export function directive(text: string, subject: TemplateSubject): string | undefined {
  if (subject === undefined) return undefined;
  if (text.startsWith('identity.entity.')) return entityField(subject, text.slice('identity.entity.'.length));
  if (text.startsWith('identity.groups.')) return groupField(subject.groups, text.slice('identity.groups.'.length));
  return undefined;
}

/** A path with its directives filled in, or the first directive that has no value for this subject. */
export function render(
  path: string,
  subject: TemplateSubject,
): { readonly path: string } | { readonly unresolved: string } {
  const [start = '', ...pieces] = path.split('{{');
  let rendered = start;
  for (const piece of pieces) {
    const [inside = '', after = ''] = piece.split('}}');
    const value = directive(inside.trim(), subject);
    if (value === undefined) return { unresolved: inside.trim() };
    rendered += value + after;
  }
  return { path: rendered };
}
