import type { Exchange, Party, Typed } from '../sim/index.ts';
import { clock } from './clock.ts';
import { toMermaid } from './mermaid.ts';
import type { RecordedRun } from './recorded-run.ts';

/** What a report tells. */
export interface Reported {
  readonly recorded: RecordedRun;
  /** Milliseconds since time 0: the report ends here. */
  readonly now: number;
  readonly parties: readonly Party[];
  readonly exchanges: readonly Exchange[];
  readonly typed: readonly Typed[];
  readonly failures: readonly Exchange[];
}

/** A block of code whose fence is longer than any within it. */
const fenced = (text: string, language = ''): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`;
};

/** Text that Markdown leaves as it is. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_<>[\]|#]/g, '\\$&');

const languageOf = (file: string): string => (/\.ya?ml$/.test(file) ? 'yaml' : file.endsWith('.hcl') ? 'hcl' : '');

const section = (title: string, parts: readonly string[]): string[] =>
  parts.length > 0 ? [`## ${title}`, ...parts] : [];

/** A run as a Markdown document: the sequence drawn, what was refused and why, what was typed, the files. */
export const toReport = ({ recorded, now, parties, exchanges, typed, failures }: Reported): string => {
  const { world, run, files } = recorded;
  const refused = failures.map(
    (e) => `- **${clock(e.at)}** ${plain(e.sentence)}${e.state ? ` Stopped in *${e.state}*.` : ''}`,
  );
  const told = exchanges.map((e) => `- ${clock(e.at)} ${plain(e.sentence)}`);
  const commands = typed.map(({ script, stdout, stderr, exit }) =>
    fenced(`$ ${script}\n${stdout}${stderr}${exit === null || exit === 0 ? '' : `exit code ${exit}\n`}`, 'console'),
  );
  return `${[
    `# ${plain(recorded.title)}`,
    `Vault ${world.vault.version}, seed ${world.seed}, from 0:00.000 to ${clock(now)} of virtual time. Played on a model, not on a real cluster.`,
    ...section('Sequence', exchanges.length > 0 ? [fenced(toMermaid(parties, exchanges), 'mermaid')] : []),
    ...section('What was refused', refused.length > 0 ? [refused.join('\n')] : []),
    ...section('Exchanges', told.length > 0 ? [told.join('\n')] : []),
    ...section('Commands', commands),
    ...section(
      'Files',
      Object.entries(run?.files ?? files).flatMap(([name, text]) => [
        `### ${plain(name)}`,
        fenced(text, languageOf(name)),
      ]),
    ),
  ].join('\n\n')}\n`;
};
