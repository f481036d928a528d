import { parsePolicy } from '../../../vault/policy/index.ts';
import { versions } from '../../../vault/versions.ts';
import { readText, writeText } from '../../program.ts';
import { atMost, type Command, exactly } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import { FORMAT, HTTP_FLAGS } from '../flags.ts';
import { formatHcl } from '../format-hcl.ts';

const at = (name: string): string => `sys/policies/acl/${name}`;

/** `vault policy list` (vault: command/policy_list.go) */
const list: Command = {
  synopsis: 'Lists the installed policies',
  usage: '',
  flags: { ...HTTP_FLAGS, ...FORMAT },
  *run(call) {
    atMost(call.args, 0);
    const body = yield* call.client.must('Error listing policies: ', { method: 'LIST', path: 'sys/policies/acl' });
    const names = ((body as { data?: { keys?: string[] } } | null)?.data?.keys ?? []) as readonly string[];
    if (call.out.isTable) for (const name of names) call.out.line(name);
    else call.out.value(names);
    return 0;
  },
};

/** `vault policy read` (vault: command/policy_read.go) */
const read: Command = {
  synopsis: 'Prints the contents of a policy',
  usage: 'NAME',
  flags: { ...HTTP_FLAGS, ...FORMAT },
  *run(call) {
    exactly(call, 1);
    const name = (call.args[0] ?? '').trim().toLowerCase();
    const secret = yield* call.client.find(`Error reading policy named ${name}: `, { method: 'GET', path: at(name) });
    const policy = secret?.data?.policy;
    if (typeof policy !== 'string') throw new CommandFailure(2, `No policy named: ${name}`);
    if (call.out.isTable) call.out.line(policy.trim());
    else call.out.value({ policy });
    return 0;
  },
};

/** `vault policy write` (vault: command/policy_write.go) */
const write: Command = {
  synopsis: 'Uploads a named policy from a file',
  usage: 'NAME PATH',
  flags: HTTP_FLAGS,
  *run(call) {
    exactly(call, 2);
    const [typed = '', file = ''] = call.args.map((a) => a.trim());
    const name = typed.toLowerCase();
    const policy = file === '-' ? call.process.stdin : yield* readText(file);
    if (policy === null)
      throw new CommandFailure(2, `Error opening policy file: open ${file}: no such file or directory`);
    if (name !== typed) call.out.error(`Policy name was converted from "${typed}" to "${name}"`);
    yield* call.client.must('Error uploading policy: ', { method: 'PUT', path: at(name), body: { policy } });
    call.out.line(`Success! Uploaded policy: ${name}`);
    return 0;
  },
};

/** `vault policy delete` (vault: command/policy_delete.go) */
const remove: Command = {
  synopsis: 'Deletes a policy by name',
  usage: 'NAME',
  flags: HTTP_FLAGS,
  *run(call) {
    exactly(call, 1);
    const name = (call.args[0] ?? '').trim().toLowerCase();
    yield* call.client.must(`Error deleting ${name}: `, { method: 'DELETE', path: at(name) });
    call.out.line(`Success! Deleted policy: ${name}`);
    return 0;
  },
};

/** `vault policy fmt`: no server is asked. (vault: command/policy_fmt.go) */
const fmt: Command = {
  synopsis: 'Formats a policy on disk',
  usage: 'PATH',
  flags: {},
  *run(call) {
    exactly(call, 1);
    const file = (call.args[0] ?? '').trim();
    const text = yield* readText(file);
    if (text === null)
      throw new CommandFailure(1, `Error reading source file: open ${file}: no such file or directory`);
    const parsed = parsePolicy('', text, versions['1.19']);
    if (parsed.error !== undefined) throw new CommandFailure(1, parsed.error);
    yield* writeText(file, formatHcl(text));
    call.out.line(`Success! Formatted policy: ${file}`);
    return 0;
  },
};

export const policy = { list, read, write, delete: remove, fmt };
