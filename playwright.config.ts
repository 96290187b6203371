import { defineConfig } from '@playwright/test';

const isCi = Boolean(process.env.CI);

export default defineConfig({
  testDir: 'tests/e2e',
  // Real browsers with a worker each: more at once would disturb each other's timing.
  workers: 1,
  // A test that passes at the second try hides a race.
  retries: 0,
  timeout: 120_000,
  forbidOnly: isCi,
  reporter: isCi ? 'line' : 'list',
});
