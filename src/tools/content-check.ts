/** `npm run content:check`: checks everything under content/ and exits 1 when something is wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { checkContent } from '../content-check/check.ts';
import { formatMessage } from '../content-check/message.ts';
import { player } from '../content-check/player.ts';

const root = new URL('../../', import.meta.url);
const paths = readdirSync(new URL('content/', root), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(
    (entry) =>
      `${entry.parentPath
        .replaceAll('\\', '/')
        .replace(/^.*\/content(?=\/|$)/, 'content')
        .replace(/\/$/, '')}/${entry.name}`,
  );
const files = Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));

const { messages, counts } = checkContent(files, player);
for (const message of messages) console.log(formatMessage(message));
const errors = messages.filter((message) => message.level === 'error').length;
const toPlay = counts.scenarios + counts.proofs;
console.log(
  `content: ${counts.lessons} lessons, ${counts.scenarios} scenarios, ${counts.questions} questions with ${counts.proofs} proofs; ${errors} errors`,
);
console.log(
  player === null
    ? `content: NOT PLAYED: ${toPlay} scenarios and proofs; no player is connected (src/content-check/player.ts)`
    : `content: played ${counts.played} of ${toPlay} scenarios and proofs`,
);
process.exitCode = errors > 0 ? 1 : 0;
