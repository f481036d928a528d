import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/{unit,fuzz}/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'dom', include: ['tests/unit/**/*.dom.test.tsx'], environment: 'happy-dom' } },
      {
        test: {
          name: 'model',
          include: ['tests/{conformance,content}/**/*.test.ts'],
          environment: 'node',
          // A whole file of recordings is one test.
          testTimeout: 120_000,
        },
      },
    ],
  },
});
