/** What the kv commands print. Source: vault: command/kv_helpers.go, command/format.go. */
import { type Call, show } from '../../command.ts';
import { equalSigns, headerFor } from '../../output.ts';
import type { Data, Secret } from '../../secret.ts';

export const showPath = ({ out }: Call, title: string, path: string): void => {
  out.line(equalSigns(title, path.length));
  out.line(path);
  out.line('');
};

export const showBlock = ({ out }: Call, title: string, data: Data): void => {
  out.line(headerFor(title, data));
  out.data(data);
};

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a write to a versioned engine answered. */
export const showWritten = (call: Call, path: string, secret: Secret): number => {
  if (call.flags.text('field') !== '' || !call.out.isTable || secret.wrap_info) return show(call, secret);
  call.out.warnings(secret);
  showPath(call, 'Secret Path', path);
  if (secret.data) showBlock(call, 'Metadata', secret.data);
  return 0;
};
