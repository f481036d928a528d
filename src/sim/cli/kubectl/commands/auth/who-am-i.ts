/** `kubectl auth whoami`. Source: kubectl: pkg/cmd/auth/whoami.go. */
import { type Command, OUTPUT } from '../../command.ts';
import { at, type Json, textAt } from '../../objects/json.ts';
import { structured } from '../../output/structured.ts';
import { TABLE, tabbed } from '../../output/tab-writer.ts';

const GROUP = 'authentication.k8s.io';

/** A list as Go's `%v` prints it. */
const printed = (list: unknown): string => `[${Array.isArray(list) ? list.join(' ') : ''}]`;

export const authWhoAmI: Command = {
  summary: 'Show who the server takes you for',
  usage: 'auth whoami',
  flags: OUTPUT,
  *run({ client, flags, process }) {
    const body = { apiVersion: `${GROUP}/v1`, kind: 'SelfSubjectReview' };
    const review = (yield* client.request('POST', `/apis/${GROUP}/v1/selfsubjectreviews`, body)) as Json;
    if (flags.text('output') !== '') {
      process.out(structured(flags.text('output'), review));
      return 0;
    }
    const user = at(review, 'status', 'userInfo');
    const extra = at(user, 'extra');
    const rows = [
      ['ATTRIBUTE', 'VALUE'],
      ['Username', textAt(user, 'username')],
      ...(textAt(user, 'uid') === '' ? [] : [['UID', textAt(user, 'uid')]]),
      ...(Array.isArray(user.groups) && user.groups.length > 0 ? [['Groups', printed(user.groups)]] : []),
      ...Object.keys(extra)
        .sort()
        .map((key) => [`Extra: ${key}`, printed(extra[key])]),
    ];
    process.out(`${tabbed(rows.map((row) => row.join('\t')).join('\n'), TABLE)}\n`);
    return 0;
  },
};
