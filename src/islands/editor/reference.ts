/** Completion and hovers of the editor, from the same descriptions as the reference pages. */
import * as monaco from 'monaco-editor/editor/editor.api.js';
import { complete, type Proposal } from '../../reference/completion/complete.ts';
import { describe } from '../../reference/completion/describe.ts';

const KIND: Readonly<Record<Proposal['kind'], monaco.languages.CompletionItemKind>> = {
  key: monaco.languages.CompletionItemKind.Property,
  value: monaco.languages.CompletionItemKind.Value,
  function: monaco.languages.CompletionItemKind.Function,
};
/** Characters after which proposals come by themselves; letters do so anyway. */
const TRIGGERS = ['.', '/', '-', '"', ' ', '{', '|'];

/**
 * Register completion and hovers once for the page.
 * @param fileOf the name of the file that a model shows
 */
export const registerReference = (fileOf: (model: monaco.editor.ITextModel) => string | undefined): void => {
  for (const language of ['yaml', 'hcl']) {
    monaco.languages.registerCompletionItemProvider(language, {
      triggerCharacters: TRIGGERS,
      provideCompletionItems: (model, { lineNumber, column }) => ({
        suggestions: complete(fileOf(model) ?? '', model.getValue(), lineNumber, column).map((p) => ({
          label: { label: p.label, description: p.detail },
          kind: KIND[p.kind],
          // Between the quotes one goes on typing.
          insertText: p.insert.replace(/""$/, '"$0"'),
          insertTextRules: p.insert.endsWith('""')
            ? monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet
            : monaco.languages.CompletionItemInsertTextRule.None,
          documentation: { value: p.markdown },
          range: new monaco.Range(lineNumber, p.from, lineNumber, column),
        })),
      }),
    });
    monaco.languages.registerHoverProvider(language, {
      provideHover: (model, { lineNumber, column }) => {
        const found = describe(fileOf(model) ?? '', model.getValue(), lineNumber, column);
        return found
          ? {
              range: new monaco.Range(lineNumber, found.from, lineNumber, found.to),
              contents: [{ value: found.markdown }],
            }
          : null;
      },
    });
  }
};
