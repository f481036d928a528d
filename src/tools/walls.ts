/**
 * Holds the direction of imports: the model knows nothing of the site, pure parts know nothing of the browser. Prints
 * each breach with file, line and the rule; exits 1 if there is one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const SRC = fileURLToPath(new URL('..', import.meta.url));

/** Which parts of src a part may import, and which packages. `*`: any. */
const ALLOWED: Readonly<Record<string, { readonly parts: readonly string[]; readonly packages: readonly string[] }>> = {
  sim: { parts: [], packages: ['xstate', 'immer', 'js-yaml', '@noble/hashes'] },
  text: { parts: [], packages: [] },
  yaml: { parts: [], packages: ['js-yaml'] },
  rules: { parts: ['sim', 'yaml', 'text'], packages: ['js-yaml'] },
  reference: { parts: ['sim'], packages: [] },
  labs: { parts: ['sim', 'yaml'], packages: ['zod'] },
  quiz: {
    parts: ['sim', 'yaml', 'text'],
    packages: [
      'zod',
      'js-yaml',
      // A kind of question is one folder, its view included; views are functions of their props.
      'react',
      'ts-fsrs',
      'xstate',
      'mdast-util-from-markdown',
      'mdast-util-gfm',
      'micromark-extension-gfm',
      'mdast',
    ],
  },
  // Seeds are spread by the model's generator of numbers.
  exam: { parts: ['quiz', 'progress', 'sim'], packages: ['zod', 'xstate', 'immer'] },
  progress: { parts: [], packages: ['idb'] },
  review: { parts: ['progress'], packages: ['ts-fsrs'] },
  exports: { parts: ['progress', 'review'], packages: ['@noble/hashes', 'fflate', 'sql.js'] },
  share: { parts: ['sim', 'yaml', 'text'], packages: ['js-yaml'] },
  islands: {
    parts: [
      'rules',
      'reference',
      'labs',
      'quiz',
      'exam',
      'progress',
      'review',
      'exports',
      'sim',
      'yaml',
      'text',
      'site',
      'share',
    ],
    packages: ['*'],
  },
};

/** What the model must not know: the browser, the machine it runs on, the time of day, chance. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'the clock of the machine'],
  [/\bnew Date\(\s*\)/, 'the clock of the machine'],
  [/\bperformance\./, 'the clock of the machine'],
  [/\bMath\.random\b/, 'random numbers without a seed'],
  [/\bcrypto\.(?:subtle|getRandomValues|randomUUID)\b/, 'random numbers without a seed'],
  [
    /\b(?:document\.(?:body|cookie|createElement|querySelector|getElement)|(?:window|globalThis|self)\.\w|navigator\.\w|localStorage\.|indexedDB\.)/,
    'the browser',
  ],
  [/\b(?:setTimeout|setInterval|queueMicrotask|requestAnimationFrame)\(/, 'real time'],
  [/\b(?:globalThis\.fetch|XMLHttpRequest|WebSocket)\b|(?<![.\w])fetch\((?=['"`])/, 'the real network'],
  [/\bprocess\.(?:env|argv|exit|cwd|nextTick|hrtime|platform)\b(?!\.VAULT)/, 'the process'],
  [/\btoLocale[A-Z]\w*\(|\blocaleCompare\(|\bIntl\./, "the reader's language"],
];

const files = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((e) => {
    const path = join(dir, e.name);
    return e.isDirectory() ? files(path) : /\.(ts|tsx)$/.test(e.name) ? [path] : [];
  });

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Blank out comments, keeping lines, so that prose about a forbidden thing is allowed. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, ' ')).replace(/(^|[\s;{}(,])\/\/.*$/gm, '$1');

const breaches: string[] = [];
for (const [part, allowed] of Object.entries(ALLOWED)) {
  const root = join(SRC, part);
  let inside: string[];
  try {
    inside = files(root);
  } catch {
    continue;
  }
  for (const file of inside) {
    const code = withoutComments(readFileSync(file, 'utf8'));
    const where = (index: number): string => `src/${relative(SRC, file)}:${code.slice(0, index).split('\n').length}`;
    for (const { fileName: to, pos } of ts.preProcessFile(code).importedFiles) {
      if (to.startsWith('.')) {
        const target = posix.normalize(relative(SRC, join(dirname(file), to))).split('/')[0] ?? '';
        if (target !== part && !allowed.parts.includes(target))
          breaches.push(`${where(pos)}: ${part} must not import from ${target} (${to})`);
      } else if (!allowed.packages.includes('*') && !allowed.packages.includes(packageOf(to))) {
        breaches.push(`${where(pos)}: ${part} must not import the package ${packageOf(to)}`);
      }
    }
    if (part !== 'sim') continue;
    for (const [pattern, what] of FORBIDDEN) {
      // A parameter may be called `process`: the programs of the modelled shell have one.
      if (what === 'the process' && /\(process\)|process: Process/.test(code)) continue;
      const m = pattern.exec(code);
      if (m) breaches.push(`${where(m.index)}: the model must not use ${what} (${m[0]})`);
    }
  }
}
if (breaches.length > 0) {
  console.error(
    `${breaches.sort().join('\n')}\n${breaches.length} breaches of the walls; see ARCHITECTURE.md, "Direction of imports"`,
  );
  process.exit(1);
}
