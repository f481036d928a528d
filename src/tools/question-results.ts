/**
 * `npm run questions:results -- FILE…`: from exports of progress that learners handed in on purpose, how each question
 * went (content/questions/results.yaml). The content check compares it with the stated difficulty (Q44). Nothing of a
 * learner is kept but counts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readDocument, standing } from '../progress/index.ts';
import { type FirstAnswers, resultsOf, writeResults } from '../quiz/lint/results.ts';

const files = process.argv.slice(2);
const learners: FirstAnswers[] = [];
for (const file of files) {
  const document = readDocument(readFileSync(file, 'utf8'), Date.now());
  if (!document.ok) {
    console.error(`${file}: ${document.problem}`);
    process.exitCode = 1;
    continue;
  }
  const first: Record<string, number> = {};
  // Entries are in order of time, so the first answer to a question is met first.
  for (const entry of standing(document.entries))
    if (entry.kind === 'attempt' && !Object.hasOwn(first, entry.question)) first[entry.question] = entry.score;
  learners.push(first);
}
if (files.length === 0) console.error('Name at least one export: npm run questions:results -- progress.json');
else {
  const results = resultsOf(learners);
  writeFileSync(new URL('../../content/questions/results.yaml', import.meta.url), writeResults(results));
  console.log(`${Object.keys(results).length} questions, ${learners.length} learners`);
}
