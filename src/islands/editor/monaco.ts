/** Monaco with the parts that files of a lab need, and no more. Loaded when the page is already usable. */
import * as monaco from 'monaco-editor/editor/editor.api.js';
import 'monaco-editor/features/codeEditor/register.js';
// In 0.57 the feature "suggest" registers no completion by itself; its controller does.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';
import 'monaco-editor/features/bracketMatching/register.js';
import 'monaco-editor/features/clipboard/register.js';
import 'monaco-editor/features/codeAction/register.js';
import 'monaco-editor/features/codicon/register.js';
import 'monaco-editor/features/comment/register.js';
import 'monaco-editor/features/contextmenu/register.js';
import 'monaco-editor/features/cursorUndo/register.js';
import 'monaco-editor/features/find/register.js';
import 'monaco-editor/features/folding/register.js';
import 'monaco-editor/features/gotoError/register.js';
import 'monaco-editor/features/hover/register.js';
import 'monaco-editor/features/indentation/register.js';
import 'monaco-editor/features/linesOperations/register.js';
import 'monaco-editor/features/toggleTabFocusMode/register.js';
import 'monaco-editor/features/wordOperations/register.js';
import 'monaco-editor/languages/definitions/hcl/register.js';
import 'monaco-editor/languages/definitions/yaml/register.js';
import type { Finding } from '../../rules/index.ts';
import type { RichEditor } from './handle.ts';
import { registerReference } from './reference.ts';
import type { Typing } from './typing.ts';

(globalThis as { MonacoEnvironment?: unknown }).MonacoEnvironment = {
  getWorker: () => new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module', name: 'editor' }),
};

const OWNER = 'findings';
const SEVERITY = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  note: monaco.MarkerSeverity.Info,
} as const;

const languageOf = (file: string): string =>
  file.endsWith('.hcl') ? 'hcl' : /\.ya?ml$/.test(file) ? 'yaml' : 'plaintext';

const isDark = (): boolean => {
  const chosen = document.documentElement.dataset.theme;
  return chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
};

const themeName = (): string => {
  if (matchMedia('(forced-colors: active)').matches) return isDark() ? 'hc-black' : 'hc-light';
  return isDark() ? 'vs-dark' : 'vs';
};

/** A color of the site as Monaco takes it, `#rrggbb`: the browser itself converts whatever notation the style sheet uses. */
const hexOf = (property: string): string => {
  const probe = document.createElement('span');
  probe.style.color = `var(${property})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!brush) return '#ffffff';
  brush.fillStyle = color;
  brush.fillRect(0, 0, 1, 1);
  const [r = 255, g = 255, b = 255] = brush.getImageData(0, 0, 1, 1).data;
  return `#${[r, g, b].map((v) => v.toString(16).padStart(2, '0')).join('')}`;
};

/** Take the site's ground and ink, so that the editor is part of the page. */
const applyTheme = (): void => {
  const base = themeName();
  if (base.startsWith('hc')) {
    monaco.editor.setTheme(base);
    return;
  }
  monaco.editor.defineTheme('site', {
    base: base === 'vs-dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [],
    colors: {
      'editor.background': hexOf('--raised'),
      'editor.foreground': hexOf('--ink'),
      'editorLineNumber.foreground': hexOf('--ink-soft'),
      'editorLineNumber.activeForeground': hexOf('--ink'),
    },
  });
  monaco.editor.setTheme('site');
};

const rangeOf = ({ span: { start, end } }: Pick<Finding, 'span'>): monaco.IRange => {
  const empty = start.line === end.line && start.column === end.column;
  return {
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column + (empty ? 1 : 0),
  };
};

/** Make the model go through everything that was typed, so that undo walks back through it. */
const replayTyping = (model: monaco.editor.ITextModel, steps: readonly string[]): void => {
  for (const text of steps) {
    model.pushStackElement();
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  }
  model.pushStackElement();
};

const fence = (text: string): string => `\`\`\`\n${text}\n\`\`\``;

/** The findings at a place, as Markdown for a hover. */
const hoverOf = (finding: Finding): monaco.IMarkdownString => ({
  value: [
    `**${finding.title}**`,
    finding.message,
    finding.why,
    '*Wrong*',
    fence(finding.wrong),
    '*Right*',
    fence(finding.right),
  ].join('\n\n'),
});

// Hovers and quick fixes are registered once for the page; they look at the findings of whichever editor is open.
let current: readonly Finding[] = [];
let fileOf: (model: monaco.editor.ITextModel) => string | undefined = () => undefined;
const at = (model: monaco.editor.ITextModel, range: monaco.IRange): Finding[] =>
  current.filter((f) => f.file === fileOf(model) && monaco.Range.areIntersectingOrTouching(rangeOf(f), range));

registerReference((model) => fileOf(model));
for (const language of ['yaml', 'hcl']) {
  monaco.languages.registerHoverProvider(language, {
    provideHover: (model, position) => {
      const { lineNumber, column } = position;
      const found = at(model, new monaco.Range(lineNumber, column, lineNumber, column));
      const [first] = found;
      return first ? { range: rangeOf(first), contents: found.map(hoverOf) } : null;
    },
  });
  monaco.languages.registerCodeActionProvider(language, {
    provideCodeActions: (model, range) => ({
      actions: at(model, range).flatMap((f): monaco.languages.CodeAction[] => {
        const edits = f.fix?.edits.filter((e) => e.file === f.file) ?? [];
        if (!f.fix || edits.length === 0) return [];
        const changes = edits.map((e) => ({
          resource: model.uri,
          versionId: model.getVersionId(),
          textEdit: { range: rangeOf({ span: e.span }), text: e.text },
        }));
        // A fix that inserts replaces nothing, whatever the marker covers.
        const exact = changes.map((c, i) => {
          const { start, end } = edits[i]?.span ?? f.span;
          return {
            ...c,
            textEdit: { ...c.textEdit, range: new monaco.Range(start.line, start.column, end.line, end.column) },
          };
        });
        return [{ title: f.fix.title, kind: 'quickfix', isPreferred: true, edit: { edits: exact } }];
      }),
      dispose: () => {},
    }),
  });
}

/**
 * Open the rich editor in place of the plain one.
 * @param host the element it fills
 * @param typing what was typed before
 * @param now file, text and findings at this moment
 * @param selection offsets of the plain editor's selection
 * @param onChange called with every change
 * @param onLine called when the cursor comes to another line, which counts from 1
 */
export const openMonaco = (
  host: HTMLElement,
  typing: Typing,
  now: { readonly file: string; readonly text: string; readonly findings: readonly Finding[] },
  selection: { readonly start: number; readonly end: number },
  onChange: (file: string, text: string) => void,
  onLine: (line: number) => void,
): RichEditor => {
  const models = new Map<string, monaco.editor.ITextModel>();
  const views = new Map<string, monaco.editor.ICodeEditorViewState | null>();
  let file = now.file;
  let quiet = false;
  const modelOf = (name: string, text: string): monaco.editor.ITextModel => {
    const known = models.get(name);
    if (known) return known;
    const { first, steps } = typing.of(name);
    const model = monaco.editor.createModel(first || text, languageOf(name));
    replayTyping(model, steps);
    model.onDidChangeContent(() => {
      if (!quiet) onChange(name, model.getValue());
    });
    models.set(name, model);
    return model;
  };
  const editor = monaco.editor.create(host, {
    model: modelOf(now.file, now.text),
    theme: themeName(),
    ariaLabel: `Text of ${now.file}`,
    automaticLayout: true,
    fontSize: 13,
    fontFamily: 'ui-monospace, "SF Mono", "Cascadia Code", "Roboto Mono", Menlo, Consolas, monospace',
    lineNumbersMinChars: 3,
    minimap: { enabled: false },
    renderFinalNewline: 'on',
    scrollBeyondLastLine: false,
    tabSize: 2,
    wordBasedSuggestions: 'off',
    fixedOverflowWidgets: true,
    overviewRulerLanes: 0,
  });
  fileOf = (model) => [...models].find(([, m]) => m === model)?.[0];
  const begin = editor.getModel();
  if (begin)
    editor.setSelection(
      monaco.Range.fromPositions(begin.getPositionAt(selection.start), begin.getPositionAt(selection.end)),
    );

  applyTheme();
  const watcher = new MutationObserver(applyTheme);
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', applyTheme);

  let line = 0;
  editor.onDidChangeCursorPosition(({ position }) => {
    if (position.lineNumber === line) return;
    line = position.lineNumber;
    onLine(line);
  });
  const pointed = editor.createDecorationsCollection();

  const mark = (findings: readonly Finding[]): void => {
    current = findings;
    for (const [name, model] of models) {
      const markers = findings
        .filter((f) => f.file === name)
        .map(
          (f): monaco.editor.IMarkerData => ({
            ...rangeOf(f),
            severity: SEVERITY[f.severity],
            message: f.message,
            source: f.rule,
          }),
        );
      monaco.editor.setModelMarkers(model, OWNER, markers);
    }
  };
  mark(now.findings);

  return {
    show: (name, text) => {
      const model = modelOf(name, text);
      if (name !== file) {
        views.set(file, editor.saveViewState());
        file = name;
        editor.setModel(model);
        editor.restoreViewState(views.get(name) ?? null);
        editor.updateOptions({ ariaLabel: `Text of ${name}` });
        mark(current);
      }
      if (model.getValue() === text) return;
      quiet = true;
      model.pushStackElement();
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      model.pushStackElement();
      quiet = false;
    },
    mark,
    point: (lines) => {
      const length = editor.getModel()?.getLineCount() ?? 0;
      const there = lines.filter((n) => n <= length);
      pointed.set(
        there.map((n) => ({
          range: new monaco.Range(n, 1, n, 1),
          options: { isWholeLine: true, className: 'wb-pointed', linesDecorationsClassName: 'wb-pointer' },
        })),
      );
      const [first] = there;
      if (first !== undefined && !editor.hasTextFocus())
        editor.revealLineInCenterIfOutsideViewport(first, monaco.editor.ScrollType.Immediate);
    },
    go: (line, column) => {
      editor.setPosition({ lineNumber: line, column });
      editor.revealPositionInCenterIfOutsideViewport({ lineNumber: line, column });
      editor.focus();
    },
    focus: () => editor.focus(),
    dispose: () => {
      watcher.disconnect();
      system.removeEventListener('change', applyTheme);
      editor.dispose();
      for (const model of models.values()) model.dispose();
    },
  };
};
