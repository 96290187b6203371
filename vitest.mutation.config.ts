import { defineConfig } from 'vitest/config';

/** The tests that mutants of the pure core are run against. */
export default defineConfig({
  test: { include: ['tests/unit/{diagnose,failure,observe,probe}/**/*.test.ts'] },
});
