import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

function project(name: string, include: string, more: object = {}) {
  return { root, test: { name, root, include: [include], environment: 'node', ...more } };
}

/** `shared`, `renderer`, `electron` and `build` run in `npm run check`; `journeys` need a built application and a browser. */
export default defineConfig({
  root,
  test: {
    projects: [
      project('shared', 'test/shared/**/*.test.ts', { testTimeout: 60_000 }),
      project('renderer', 'test/renderer/**/*.test.{ts,tsx}', { testTimeout: 30_000 }),
      project('electron', 'test/electron/**/*.test.ts', { testTimeout: 60_000 }),
      project('build', 'test/build/**/*.test.ts', { testTimeout: 120_000 }),
      project('journeys', 'test/journeys/**/*.test.ts', { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 20_000 } }, fileParallelism: false }),
    ],
    reporters: ['default'],
  },
});
