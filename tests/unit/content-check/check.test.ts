import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { checkContent } from '../../../src/content-check/check.ts';
import { formatMessage } from '../../../src/content-check/message.ts';
import type { PlayableScenario, Player } from '../../../src/content-check/play.ts';
import type { Prover } from '../../../src/content-check/work.ts';

// Each of these reads all content, which takes a busy machine some seconds.
vi.setConfig({ testTimeout: 30_000 });

const root = new URL('../../../', import.meta.url);
const real: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(new URL('content/', root), { recursive: true, encoding: 'utf8' })
    .map((path) => `content/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ya?ml|md)$/.test(path))
    .map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
);
const LESSON = 'content/lessons/01-big-picture.md';
const FLOW = 'content/scenarios/working-flow.yaml';
const BANK = 'content/questions/check-question.q.md';

const option = (id: string): string => real[BANK]!.split('\n').find((line) => line.includes(`{#${id}`))!;
const OWN = option('own-token');
const PLAIN = option('plain-policy');

/** The messages about the real content after a replacement in one file. */
const broken = (file: string, from: string, to: string, player: Player | null = null): string[] => {
  const text = real[file]!;
  expect(text).toContain(from);
  return checkContent({ ...real, [file]: text.replace(from, to) }, player).messages.map(formatMessage);
};

/** Plays every scenario with the outcomes that `held` says. */
const playing =
  (held: (scenario: PlayableScenario) => boolean): Player =>
  (scenario) => ({
    played: true,
    observations: {
      parties: [],
      exchanges: [],
      moments: [],
      until: 0,
      outcomes: scenario.expect.map(() => ({ held: held(scenario), observed: 'pod app/web is Init:0/1.' })),
    },
  });
/** What the model shows of the check question: only the design with the Pod's own token works. */
const truthful = playing((scenario) => !scenario.id.startsWith('check-design/') || scenario.id.endsWith('/own-token'));

/** Finds every lab as it should be. */
const keeps: Prover = () => ({ problems: [], graded: 1 });

describe('the content', () => {
  it('has no errors', () => {
    expect(checkContent(real, null).messages.map(formatMessage)).toEqual([]);
  });

  it('says what it has not played without a player', () => {
    const { counts } = checkContent(real, null);
    expect(counts).toMatchObject({ played: 0 });
    expect(checkContent(real, truthful, keeps).counts.played).toBe(counts.scenarios + counts.labs + counts.proofs);
  });
});

describe('a mistake', () => {
  it('in the front matter is named with line, column and the nearest key', () => {
    expect(broken(LESSON, 'minutes: 25', 'minuts: 25')).toEqual([
      `${LESSON}:2:1 error format/missing \`minutes\` is missing. Add \`minutes:\`.`,
      `${LESSON}:7:1 error format/unknown-key \`minuts\` is not known here. Did you mean \`minutes\`?`,
    ]);
    expect(broken(LESSON, 'minutes: 25', 'minutes: long')[0]).toContain(
      ':7:10 error format/type `minutes` is text. Write a number.',
    );
  });

  it('in a link of the text is named where it stands', () => {
    expect(broken(LESSON, '(scenario:working-flow)', '(scenario:working-flo)')).toEqual([
      expect.stringMatching(
        /01-big-picture\.md:\d+:\d+ error link\/unknown There is no scenario `working-flo`\. Did you mean `working-flow`\?$/,
      ),
    ]);
    expect(broken(LESSON, '(ref:recorded-injection)', '(ref:recorded-reviews)')[0]).toContain(
      'is cited but not listed',
    );
    expect(broken(LESSON, 'quiz: [machine-method', 'quiz: [machine-methods')[0]).toContain(
      ':15:8 error link/unknown There is no question',
    );
  });

  it('deep in a scenario is named where it stands', () => {
    expect(broken(FLOW, 'method: PUT, path: /v1', 'metod: PUT, path: /v1').join('\n')).toContain(
      '`metod` is not known here. Did you mean `method`?',
    );
    expect(broken(FLOW, 'at: 15s', 'at: 15 seconds')[0]).toMatch(
      /working-flow\.yaml:7:9 error format\/value `at` is not a duration\. Write for example/,
    );
    expect(broken(FLOW, '    that: pod app/web-* is Running 2/2\n', '')[0]).toContain(
      'Entry 1 of `expect` says nothing. Add one of',
    );
    expect(broken(FLOW, 'title:', 'world: bas\ntitle:')[0]).toBe(
      `${FLOW}:1:8 error link/unknown There is no world \`bas\`. Did you mean \`base\`?`,
    );
  });

  it('in YAML itself is reported once, at its cause', () => {
    expect(broken(FLOW, 'title: From', 'title: "From')).toEqual([
      expect.stringContaining(':1:8 error yaml/syntax This quotation mark is never closed.'),
    ]);
  });
});

describe('a file inside a scenario', () => {
  const WORLD = 'content/worlds/base.yaml';
  it('is read as Kubernetes reads it, and its errors are named where they stand', () => {
    expect(broken(WORLD, 'vault.hashicorp.com/role: "app-web"', 'vault.hashicorp.com/role: "app-web')[0]).toMatch(
      /base\.yaml:39:39 error yaml\/syntax app\.yaml: This quotation mark is never closed\./,
    );
    expect(broken(BANK, 'vault.hashicorp.com/policy: "kv-app"', 'vault.hashicorp.com/policy: "kv-app')[0]).toContain(
      'app.yaml: This quotation mark is never closed.',
    );
  });

  it('must replace one of the world or be named by a command', () => {
    expect(broken('content/scenarios/policy-path.yaml', 'kv-app.hcl: |', 'kv-ap.hcl: |')).toEqual([
      'content/scenarios/policy-path.yaml:4:3 error scenario/file Nothing uses the file `kv-ap.hcl`. Did you mean `kv-app.hcl`?',
    ]);
  });
});

describe('wording', () => {
  const words = (to: string) => broken(LESSON, 'Where does it get that credential?', to)[0];
  it('that is hard for readers of a second language is named', () => {
    expect(words('It simply asks.')).toMatch(/01-big-picture\.md:\d+:\d+ error words\/habit A word that tells readers/);
    expect(words('It asks!')).toContain('An exclamation mark.');
    expect(words('Its behaviour is known.')).toContain('American spelling');
    expect(words(`It ${'really '.repeat(31)}asks.`)).toContain('warning words/long A sentence of 33 words.');
  });

  it('of code is left alone', () => {
    expect(broken(LESSON, 'Where does it get that credential?', 'Ask `simply!` or [a](/lessons/).')).toEqual([]);
  });
});

describe('playing', () => {
  it('fails a scenario whose expectation the model does not meet, at that expectation', () => {
    const messages = broken(
      FLOW,
      'title:',
      'title:',
      playing((scenario) => scenario.id !== 'working-flow' && truthfulFor(scenario)),
    );
    expect(messages[0]).toMatch(
      /working-flow\.yaml:7:5 error play\/expectation The model shows something else: pod app\/web is Init:0\/1\./,
    );
  });

  it('fails a wrong key with the place of its proof, and passes the right one', () => {
    expect(checkContent(real, truthful, keeps).messages).toEqual([]);
    const swapped = real[BANK]!.replace(
      '- [x] The sidecar logs in with the Pod',
      '- [ ] The sidecar logs in with the Pod',
    ).replace(PLAIN, PLAIN.replace('[ ]', '[x]'));
    const all = checkContent({ ...real, [BANK]: swapped }, truthful, keeps).messages.map(formatMessage);
    // That the key of a published question has changed is said as well.
    expect(all.filter((message) => message.includes('ids/changed'))).toHaveLength(1);
    const messages = all.filter((message) => message.includes(' Q30 '));
    const line = (text: string): number => swapped.split('\n').findIndex((l) => l.includes(text)) + 1;
    expect(messages).toEqual([
      expect.stringContaining('error Q30 The answer is marked wrong, but the model meets all its expectations'),
      expect.stringContaining('error Q30 The answer is marked right, but the model shows'),
    ]);
    const where = messages.map((message) => Number(message.split(':')[1]));
    expect(where[0]).toBeGreaterThan(line(OWN.replace('[x]', '[ ]')));
    expect(where[1]).toBeGreaterThan(line(PLAIN.replace('[ ]', '[x]')));
    expect(swapped.split('\n')[where[1]! - 1]).toContain('- at: 30s');
  });

  it('reports what cannot be played at its entry', () => {
    const messages = broken(FLOW, 'title:', 'title:', (scenario) =>
      scenario.id === 'working-flow'
        ? {
            played: false,
            problem: {
              path: ['timeline', 0, 'run'],
              text: 'There is no command `kubctl`.',
              remedy: 'Did you mean `kubectl`?',
            },
          }
        : truthful(scenario),
    );
    expect(messages).toEqual([
      `${FLOW}:5:10 error play/failed There is no command \`kubctl\`. Did you mean \`kubectl\`?`,
    ]);
  });
});

const truthfulFor = (scenario: PlayableScenario): boolean => {
  const result = truthful(scenario);
  return result.played && result.observations.outcomes.every((outcome) => outcome.held);
};
