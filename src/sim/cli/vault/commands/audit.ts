/** `vault audit …`. Source: vault: command/audit_*.go. */
import { goPrint } from '../../../vault/framework/go-value.ts';
import { atMost, type Command, exactly, sanitized } from '../command.ts';
import { CommandFailure, usage } from '../failure.ts';
import { FORMAT, HTTP_FLAGS } from '../flags.ts';
import { keyValues } from '../key-values.ts';
import { secretOf } from '../secret.ts';

interface Device {
  readonly type?: string;
  readonly description?: string;
  readonly local?: boolean;
  readonly options?: Readonly<Record<string, string>>;
}

const list: Command = {
  synopsis: 'Lists enabled audit devices',
  usage: '',
  flags: { ...HTTP_FLAGS, ...FORMAT, detailed: 'bool' },
  *run(call) {
    atMost(call.args, 0);
    const data =
      secretOf(yield* call.client.must('Error listing audits: ', { method: 'GET', path: 'sys/audit' }))?.data ?? {};
    if (!call.out.isTable) {
      call.out.data(data);
      return 0;
    }
    const devices = Object.entries(data as Record<string, Device>).sort(([a], [b]) => (a < b ? -1 : 1));
    if (devices.length === 0) throw new CommandFailure(2, 'No audit devices are enabled.');
    const detailed = call.flags.bool('detailed');
    call.out.table(
      ['Path', 'Type', 'Description', ...(detailed ? ['Replication', 'Options'] : [])],
      devices.map(([path, d]) => [
        path,
        d.type ?? '',
        d.description ?? '',
        ...(detailed
          ? [
              d.local ? 'local' : 'replicated',
              Object.entries(d.options ?? {})
                .map(([k, v]) => `${k}=${goPrint(v)}`)
                .join(' '),
            ]
          : []),
      ]),
    );
    return 0;
  },
};

const enable: Command = {
  synopsis: 'Enables an audit device',
  usage: 'TYPE [K=V…]',
  flags: { ...HTTP_FLAGS, description: 'string', path: 'string', local: 'bool' },
  *run(call) {
    const [type = '', ...rest] = call.args;
    if (type.trim() === '')
      throw usage(
        "Error enabling audit device: audit type missing. Valid types include 'file', 'socket' and 'syslog'.",
      );
    const path = sanitized(call.flags.text('path')) || type.trim();
    const options = yield* keyValues(call.process, rest);
    const body = {
      type: type.trim(),
      description: call.flags.text('description'),
      options,
      local: call.flags.bool('local'),
    };
    yield* call.client.must('Error enabling audit device: ', { method: 'PUT', path: `sys/audit/${path}`, body });
    call.out.line(`Success! Enabled the ${type.trim()} audit device at: ${path}/`);
    return 0;
  },
};

const disable: Command = {
  synopsis: 'Disables an audit device',
  usage: 'PATH',
  flags: HTTP_FLAGS,
  *run(call) {
    exactly(call, 1);
    const path = sanitized(call.args[0] ?? '');
    yield* call.client.must('Error disabling audit device: ', { method: 'DELETE', path: `sys/audit/${path}` });
    call.out.line(`Success! Disabled audit device (if it was enabled) at: ${path}/`);
    return 0;
  },
};

export const audit: Readonly<Record<string, Command>> = {
  'audit list': list,
  'audit enable': enable,
  'audit disable': disable,
};
