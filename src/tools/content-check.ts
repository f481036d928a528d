/** `npm run content:check`: checks everything under content/ and exits 1 when something is wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { checkContentWith } from '../content-check/check.ts';
import { formatMessage } from '../content-check/message.ts';
import { runJobs } from '../content-check/threads/run.ts';

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

const { messages, notReady, counts } = await checkContentWith(files, runJobs);
for (const message of messages) console.log(formatMessage(message));
for (const { file, missing, lacks } of notReady) {
  console.log(`${file} is not ready: ${missing} questions are missing`);
  for (const lack of lacks) console.log(`  ${lack}`);
}
const errors = messages.filter((message) => message.level === 'error').length;
const toPlay = counts.scenarios + counts.labs + counts.proofs;
console.log(
  `content: ${counts.lessons} lessons, ${counts.scenarios} scenarios, ${counts.labs} labs, ${counts.questions} questions with ${counts.proofs} proofs; ${errors} errors`,
);
console.log(`content: played ${counts.played} of ${toPlay} scenarios, labs and proofs`);
process.exitCode = errors > 0 ? 1 : 0;
