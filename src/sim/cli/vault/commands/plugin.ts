/** `vault plugin list`. Source: vault: command/plugin_list.go. */
import { atMost, type Command } from '../command.ts';
import { usage } from '../failure.ts';
import { FORMAT, HTTP_FLAGS } from '../flags.ts';
import { type Data, secretOf } from '../secret.ts';

const TYPES = ['auth', 'database', 'secret'];

export const pluginList: Command = {
  synopsis: 'Lists available plugins',
  usage: '[TYPE]',
  flags: { ...HTTP_FLAGS, ...FORMAT, detailed: 'bool' },
  *run(call) {
    const { args, client, out, flags } = call;
    atMost(args, 1);
    const [type] = args;
    if (type !== undefined && !TYPES.includes(type))
      throw usage(`Error parsing type: ${JSON.stringify(type)} is not a supported plugin type`);
    const failing = 'Error listing available plugins: ';
    const body = yield* client.must(failing, { method: 'GET', path: 'sys/plugins/catalog' });
    const data = secretOf(body)?.data ?? {};
    const all = (Array.isArray(data.detailed) ? data.detailed : []) as Data[];
    const found = all.filter((plugin) => type === undefined || plugin.type === type);
    if (!out.isTable) {
      const lists = Object.fromEntries(TYPES.filter((t) => type === undefined || t === type).map((t) => [t, data[t]]));
      out.value({ ...lists, details: found });
      return 0;
    }
    const cells = (plugin: Data, ...names: readonly string[]) => names.map((name) => String(plugin[name] ?? ''));
    if (flags.bool('detailed'))
      out.table(
        ['Name', 'Type', 'Version', 'Container', 'Deprecation Status'],
        found.map((p) => [...cells(p, 'name', 'type', 'version'), 'false', ...cells(p, 'deprecation_status')]),
      );
    else if (type === undefined)
      out.table(
        ['Name', 'Type', 'Version'],
        found.map((p) => cells(p, 'name', 'type', 'version')),
      );
    else
      out.table(
        ['Name', 'Version'],
        found.map((p) => cells(p, 'name', 'version')),
      );
    return 0;
  },
};
