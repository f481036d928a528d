import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Milliseconds; tests wait for work, never for time, so that a slow machine fails none. */
const PATIENCE = 60_000;

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/{unit,fuzz}/**/*.test.ts'],
          environment: 'node',
          testTimeout: PATIENCE,
        },
      },
      {
        root,
        test: {
          name: 'dom',
          include: ['tests/unit/**/*.dom.test.tsx'],
          environment: 'happy-dom',
          testTimeout: PATIENCE,
        },
      },
      {
        root,
        test: {
          name: 'model',
          include: ['tests/{conformance,content,clients}/**/*.test.ts'],
          environment: 'node',
          // A whole file of recordings is one test.
          testTimeout: 120_000,
        },
      },
    ],
  },
});
