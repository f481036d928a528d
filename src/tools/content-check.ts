/**
 * `npm run content:check`: checks everything under content/ and exits 1 when something is wrong.
 * `npm run content:check -- faults`: tries the catalogue of faults and lists where each is observed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { checkContentWith } from '../content-check/check.ts';
import { contradictions, faultLines, tryFaults } from '../content-check/faults.ts';
import { formatMessage } from '../content-check/message.ts';
import { runJobs } from '../content-check/threads/run.ts';
import { OBSERVERS } from '../sim/index.ts';

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

/** The catalogue of faults, tried one by one, with what every observer sees of each. @returns whether all is as it says */
const checkFaults = (): boolean => {
  const tried = tryFaults(files);
  for (const fault of tried) console.log(`${faultLines(fault).join('\n')}\n`);
  const wrong = tried.filter((fault) => contradictions(fault).length > 0).length;
  console.log(
    `faults: ${tried.length} tried, each looked at by ${OBSERVERS.length} observers; ${wrong} are not as they say`,
  );
  return wrong === 0;
};

/** @returns whether nothing is wrong */
const checkAll = async (): Promise<boolean> => {
  const { messages, notReady, counts } = await checkContentWith(files, runJobs, new Date().toISOString().slice(0, 10));
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
  return errors === 0;
};

const right = process.argv[2] === 'faults' ? checkFaults() : await checkAll();
process.exitCode = right ? 0 : 1;
