import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/rules/index.ts';

const folder = new URL('./examples/', import.meta.url);
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

describe('manifests and configurations that work', () => {
  it('get no error and no warning, together or one by one', () => {
    for (const chosen of [files, ...files.map((file) => [file])]) {
      const wrong = findingsOf(chosen).filter((f) => f.severity !== 'note');
      expect(wrong.map((f) => `${f.file}:${f.span.start.line} ${f.rule} ${f.message}`)).toEqual([]);
    }
  });
});
