/** `vault secrets|auth enable`, `disable`, `tune` (vault: command/secrets_enable.go and its neighbours) */
import { type Command, exactly, sanitized } from '../../command.ts';
import { HTTP_FLAGS } from '../../flags.ts';
import { type Family, WORDS } from './family.ts';
import { optionsOf, settings, TUNABLE } from './settings.ts';

export const enable = (family: Family): Command => ({
  synopsis: family === 'auth' ? 'Enables a new auth method' : 'Enable a secrets engine',
  usage: 'TYPE',
  flags: {
    ...HTTP_FLAGS,
    ...TUNABLE,
    path: 'string',
    local: 'bool',
    'seal-wrap': 'bool',
    'external-entropy-access': 'bool',
    'force-no-cache': 'bool',
    'plugin-name': 'string',
  },
  *run(call) {
    exactly(call, 1);
    const { flags } = call;
    const type = (call.args[0] ?? '').trim();
    const path = sanitized(flags.text('path')) || type;
    const kv2 = family === 'secrets' && type === 'kv-v2';
    const options = { ...optionsOf(call), ...(kv2 && { version: '2' }) };
    const body = {
      type: kv2 ? 'kv' : type,
      description: flags.text('description'),
      config: { ...settings(call), force_no_cache: flags.bool('force-no-cache') },
      local: flags.bool('local'),
      seal_wrap: flags.bool('seal-wrap'),
      external_entropy_access: flags.bool('external-entropy-access'),
      // Go writes the absent map as null, which is not the same to the server as no field.
      options: Object.keys(options).length > 0 ? options : null,
    };
    const failing = family === 'auth' ? `Error enabling ${type} auth: ` : 'Error enabling: ';
    yield* call.client.must(failing, { method: 'POST', path: `${WORDS[family].api}/${path}`, body });
    call.out.line(
      family === 'auth'
        ? `Success! Enabled ${type} auth method at: ${path}/`
        : `Success! Enabled the ${type} secrets engine at: ${path}/`,
    );
    return 0;
  },
});

export const disable = (family: Family): Command => ({
  synopsis: family === 'auth' ? 'Disables an auth method' : 'Disable a secrets engine',
  usage: 'PATH',
  flags: HTTP_FLAGS,
  *run(call) {
    exactly(call, 1);
    const path = sanitized(call.args[0] ?? '');
    const { api, noun } = WORDS[family];
    yield* call.client.must(`Error disabling ${noun} at ${path}/: `, { method: 'DELETE', path: `${api}/${path}` });
    call.out.line(`Success! Disabled the ${noun} (if it existed) at: ${path}/`);
    return 0;
  },
});

export const tune = (family: Family): Command => ({
  synopsis: family === 'auth' ? 'Tunes an auth method configuration' : 'Tune a secrets engine configuration',
  usage: 'PATH',
  flags: { ...HTTP_FLAGS, ...TUNABLE },
  *run(call) {
    exactly(call, 1);
    const path = sanitized(call.args[0] ?? '');
    const options = optionsOf(call);
    const at = family === 'auth' ? `auth/${path}` : path;
    const { noun } = WORDS[family];
    yield* call.client.must(`Error tuning ${noun} ${path}/: `, {
      method: 'POST',
      path: `sys/mounts/${at}/tune`,
      body: {
        ...settings(call),
        ...(call.flags.has('description') && { description: call.flags.text('description') }),
        ...(Object.keys(options).length > 0 && { options }),
      },
    });
    call.out.line(`Success! Tuned the ${noun} at: ${path}/`);
    return 0;
  },
});
