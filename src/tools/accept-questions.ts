/**
 * `npm run questions:accept [-- ID…]`: enters new questions into the ledger of ids (content/questions/ids.yaml). Named
 * ids are questions whose wording was corrected and that still mean the same. Exits 1 when a meaning changed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseBank } from '../quiz/bank/parse.ts';
import { accept, readLedger, writeLedger } from '../quiz/ids/ledger.ts';
import { formatMessage } from '../quiz/message.ts';
import { questionTypes } from '../quiz/types/index.ts';

const folder = new URL('../../content/questions/', import.meta.url);
const path = new URL('ids.yaml', folder);
const banks = readdirSync(folder)
  .filter((name) => name.endsWith('.q.md'))
  .map((name) => parseBank(readFileSync(new URL(name, folder), 'utf8'), `content/questions/${name}`).read);
const { ledger, messages } = readLedger(
  existsSync(path) ? readFileSync(path, 'utf8') : '',
  'content/questions/ids.yaml',
);
for (const message of messages) console.error(formatMessage(message));
if (ledger === null) process.exit(1);
const result = accept(banks, ledger, process.argv.slice(2), questionTypes);
if (result.added.length > 0) writeFileSync(path, writeLedger(result.ledger));
console.log(`${result.added.length} accepted${result.added.length > 0 ? `: ${result.added.join(', ')}` : ''}`);
for (const id of result.refused)
  console.error(
    `${id}: what it asks has changed. Give it a new id, or name it here if only words were corrected: npm run questions:accept -- ${id}`,
  );
process.exitCode = result.refused.length > 0 ? 1 : 0;
