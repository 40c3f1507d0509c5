import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { defineConfig, type UserProjectConfigExport } from 'vitest/config';

const require = createRequire(new URL('./subgraphs/_kernel/package.json', import.meta.url));

/** One test layer: its suffix picks the files, so that a plain unit run touches nothing outside the process. */
function layer(name: string, include: string, exclude: string[], options: object = {}): UserProjectConfigExport {
  return {
    // type-graphql uses legacy parameter decorators; without the alias two copies of graphql meet.
    oxc: { decorator: { legacy: true } },
    resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
    test: {
      name,
      include: [include],
      exclude: ['**/node_modules/**', '**/dist/**', ...exclude],
      setupFiles: [require.resolve('reflect-metadata')],
      // What never comes is reported late; what comes late on a busy machine is no failure.
      expect: { poll: { timeout: 20_000 } },
      // Left to itself vitest keeps a core for its own process, which mostly waits: half of a machine that has two.
      maxWorkers: '100%',
      ...options,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      layer('unit', '**/*.test.ts', ['**/*.int.test.ts', '**/*.e2e.test.ts'], { testTimeout: 30_000 }),
      layer('int', '**/*.int.test.ts', [], {
        globalSetup: ['infra/src/test-postgres.setup.ts'],
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      layer('e2e', '**/*.e2e.test.ts', [], {
        globalSetup: ['test/src/stack-data.setup.ts'],
        testTimeout: 120_000,
        hookTimeout: 300_000,
        // After the others. A file mostly waits for one process of its stack after another, so that two fill two cores.
        maxWorkers: Math.min(2, availableParallelism()),
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});
