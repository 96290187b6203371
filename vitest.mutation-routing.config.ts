import { configDefaults, defineConfig } from 'vitest/config';

/** The tests that mutants of the route's inference are run against. */
export default defineConfig({
  test: {
    include: ['tests/unit/routing/**/*.test.ts'],
    // They ask for hundreds of time zones a time: seconds for each mutant.
    exclude: [...configDefaults.exclude, 'tests/unit/routing/*.property.test.ts'],
    // Instrumented, everything is slower.
    testTimeout: 30_000,
  },
});
