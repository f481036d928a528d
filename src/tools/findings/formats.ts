import type { Finding, Rule } from '../../rules/index.ts';

/** Findings as text for one kind of reader. */
export type Format = (findings: readonly Finding[], rules: readonly Rule[], files: number) => string;

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
const count = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter((f) => f.severity === severity).length;

const human: Format = (findings, _, files) =>
  [
    ...findings.map(({ file, span: { start }, severity, message, rule, fix }) =>
      [
        `${file}:${start.line}:${start.column}: ${severity}: ${message} [${rule}]`,
        ...(fix ? [`    fix: ${fix.title}`] : []),
      ].join('\n'),
    ),
    `${plural(files, 'file')}: ${plural(count(findings, 'error'), 'error')}, ${plural(count(findings, 'warning'), 'warning')}, ${plural(count(findings, 'note'), 'note')}`,
  ].join('\n');

const json: Format = (findings) => JSON.stringify(findings, null, 2);

/** SARIF 2.1.0, which code hosts show beside the lines of a change. */
const sarif: Format = (findings, rules) =>
  JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'sidecar-lab',
              rules: rules.map(({ id, title, why, severity }) => ({
                id,
                shortDescription: { text: title },
                fullDescription: { text: why },
                defaultConfiguration: { level: severity },
              })),
            },
          },
          // Columns count as editors count them.
          columnKind: 'utf16CodeUnits',
          results: findings.map(({ rule, severity, message, file, span: { start, end } }) => ({
            ruleId: rule,
            level: severity,
            message: { text: message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/') },
                  region: {
                    startLine: start.line,
                    startColumn: start.column,
                    endLine: end.line,
                    endColumn: end.column,
                  },
                },
              },
            ],
          })),
        },
      ],
    },
    null,
    2,
  );

/** What may not stand in a workflow command, as its runner escapes it. (actions/toolkit: packages/core/src/command.ts) */
const escaped = (text: string, property: boolean): string => {
  const data = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return property ? data.replaceAll(':', '%3A').replaceAll(',', '%2C') : data;
};

const github: Format = (findings) =>
  findings
    .map(
      ({ severity, file, span: { start, end }, title, message }) =>
        `::${severity === 'note' ? 'notice' : severity} file=${escaped(file, true)},line=${start.line},endLine=${end.line},col=${start.column},endColumn=${end.column},title=${escaped(title, true)}::${escaped(message, false)}`,
    )
    .join('\n');

export const FORMATS: Readonly<Record<string, Format>> = { human, json, sarif, github };
