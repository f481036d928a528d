/** The one list in an injector's answer that has no order: the Agent's templates. */

/** JSON text with sorted keys, to sort by. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const sortedTemplates = (config: object): object => {
  const { template } = config as { template?: unknown };
  if (!Array.isArray(template)) return config;
  return { ...config, template: [...template].sort((a, b) => (text(a) < text(b) ? -1 : 1)) };
};

const isConfig = (value: object): value is { name: 'VAULT_CONFIG'; value: string } =>
  'name' in value && value.name === 'VAULT_CONFIG' && 'value' in value && typeof value.value === 'string';

/**
 * An answer, a patch or a decoded configuration with the Agent's templates in one order. The real injector takes that
 * order from a Go map, so two recordings of one request differ in it. A configuration with more than one template is
 * therefore decoded where it stands encoded; all else stays as it is, byte for byte.
 */
export const withoutTemplateOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutTemplateOrder);
  if (value === null || typeof value !== 'object') return value;
  if (isConfig(value)) {
    const config = JSON.parse(Buffer.from(value.value, 'base64').toString('utf8')) as { template?: unknown[] };
    return (config.template?.length ?? 0) > 1 ? { ...value, value: sortedTemplates(config) } : value;
  }
  const entries = Object.entries(value).map(([key, part]) => [key, withoutTemplateOrder(part)] as const);
  return sortedTemplates(Object.fromEntries(entries));
};
