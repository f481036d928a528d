import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { scenarioSchema } from '../../../src/content-check/schema/scenario.ts';
import { formatDuration } from '../../../src/share/duration.ts';
import { toMermaid } from '../../../src/share/mermaid.ts';
import { toPicture } from '../../../src/share/picture.ts';
import type { RecordedRun } from '../../../src/share/recorded-run.ts';
import { toReport } from '../../../src/share/report.ts';
import { looksLikeScenario, readScenarioFile, toScenarioFile } from '../../../src/share/scenario-file.ts';
import { commandsOf } from '../../../src/share/transcript.ts';
import { exchangesOf, machines, partiesOf, play, Session, type WorldDefinition } from '../../../src/sim/index.ts';
import { parseDuration } from '../../../src/text/duration.ts';

const world = load(readFileSync('content/worlds/base.yaml', 'utf8')) as WorldDefinition;
const mismatch = load(readFileSync('content/scenarios/audience-mismatch.yaml', 'utf8')) as {
  files: Record<string, string>;
};
const files = { ...world.files, ...mismatch.files };

const session = new Session(machines, { ...world, files });
session.type('kubectl apply -f app.yaml');
session.advanceTo(12_345);
session.fault('kubernetes.apiserver.down', 'begin');
session.advanceTo(20_000);
const exchanges = exchangesOf(session.run.history, { start: session.start, withoutControllers: true }).filter(
  (e) => e.at >= 0,
);
const parties = partiesOf(exchanges);
const recorded: RecordedRun = {
  version: 1,
  title: 'A run: "quoted" # and `odd`',
  worldName: 'base',
  world,
  files,
  run: { files, steps: session.plan, now: 20_000, end: 20_000, bookmarks: [] },
};

describe('a scenario file', () => {
  const text = toScenarioFile(recorded, exchanges);

  it('is accepted by the schema of content, and what it expects holds when it is played', () => {
    const scenario = scenarioSchema.parse(load(text));
    expect(scenario.expect).toContainEqual(
      expect.objectContaining({ exchange: expect.objectContaining({ status: 403 }) }),
    );
    const played = play(machines, {
      world: { ...world, files: { ...world.files, ...scenario.files } },
      timeline: scenario.timeline,
      expect: scenario.expect,
    });
    expect(played.played && played.outcomes.every((o) => o.held)).toBe(true);
  });

  it('opens as what it was saved from', () => {
    expect(looksLikeScenario(text)).toBe(true);
    expect(readScenarioFile(text)).toEqual({
      scenario: { title: recorded.title, worldName: 'base', files: mismatch.files, steps: session.plan },
    });
  });

  it('with a mistake says which', () => {
    const said = (yaml: string): string => {
      const read = readScenarioFile(yaml);
      return 'problem' in read ? read.problem.text : 'no problem';
    };
    expect(said('timeline: [{at: soon, run: x}]')).toContain('timeline[0].at');
    expect(said('timeline: [{at: 5s}]')).toContain('timeline[0] says nothing');
    expect(said('timeline: [{at: 5s, run: x}]\nfiles: {../x: y}')).toContain('../x');
    expect(said('timeline: [')).toContain('cannot be opened');
    fc.assert(fc.property(fc.string(), (yaml) => void readScenarioFile(yaml)));
  });
});

describe('durations', () => {
  it('are read by the parser of content as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_592_000_000 }), (ms) => {
        expect(parseDuration(formatDuration(ms))).toBeCloseTo(ms, 6);
      }),
    );
    expect([0, 1_824, 90_000, 5_400_000].map(formatDuration)).toEqual(['0s', '1.824s', '1m30s', '1h30m']);
  });
});

describe('the commands of a transcript', () => {
  it('are what follows the prompts, with what belongs to them', () => {
    const transcript = [
      'Last login: today',
      '$ kubectl get pods -n app',
      'NAME   READY',
      'me@box:~/lab$ vault write auth/kubernetes/role/web \\',
      '>   bound_service_account_names=web',
      '# a remark of the shell',
      '$ vault policy write p - <<EOF',
      '> path "kv/*" { capabilities = ["read"] }',
      '> EOF',
      'Success!',
      'root@node:/# vault status',
    ].join('\r\n');
    expect(commandsOf(transcript)).toEqual([
      'kubectl get pods -n app',
      'vault write auth/kubernetes/role/web \\\n  bound_service_account_names=web',
      'vault policy write p - <<EOF\npath "kv/*" { capabilities = ["read"] }\nEOF',
      'vault status',
    ]);
  });

  it('without prompts are the lines that begin one', () => {
    expect(commandsOf('# setup\nkubectl apply -f app.yaml\n\nvault status\n')).toEqual([
      'kubectl apply -f app.yaml',
      'vault status',
    ]);
  });
});

describe('a report', () => {
  const report = toReport({
    recorded,
    now: 20_000,
    parties,
    exchanges,
    typed: session.typed,
    failures: exchanges.filter((e) => e.denied && e.to === 'vault'),
  });

  it('tells the sequence, what was refused and where it stopped, the commands and the files', () => {
    expect(report).toContain('```mermaid\nsequenceDiagram');
    expect(report).toContain('agent_init->>vault: PUT /v1/auth/kubernetes/login');
    expect(report).toContain('vault--xagent_init: 403 invalid audience');
    expect(report).toContain('Stopped in *checkingAudience*.');
    expect(report).toContain('$ kubectl apply -f app.yaml');
    expect(report).toContain('audience: vault');
    expect(report.split('\n').filter((l) => /^`{3,}/.test(l)).length % 2).toBe(0);
  });

  it('has a diagram without marks that Mermaid would read', () => {
    const odd = { ...exchanges[0], sentence: '', request: 'GET /a;b#c<br>{x}' } as (typeof exchanges)[number];
    expect(toMermaid(parties, [odd])).toContain('GET /a#59;b#35;c#60;br#62;#123;x#125;');
  });
});

describe('a picture', () => {
  it('is well-formed whatever the words are, and no taller than programs show', () => {
    const odd = { ...exchanges[0], sentence: 'a < b & "c" \u0000 '.repeat(40) } as (typeof exchanges)[number];
    const { svg, height } = toPicture(
      '<script>alert(1)</script>',
      parties,
      Array.from({ length: 900 }, () => odd),
    );
    expect(svg).not.toContain('<script>');
    expect(svg).not.toContain('\u0000');
    expect(svg).not.toMatch(/&(?!#\d+;)/);
    expect(height).toBeLessThan(16_000);
  });
});
