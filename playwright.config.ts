import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  // Each worker has a lab and browsers of its own. A test mostly waits for silent hosts, so that two
  // share the cores well; more at once would disturb each other's timing.
  workers: 2,
  // A test that passes at the second try hides a race.
  retries: 0,
  // These end only what hangs: a busy machine takes many times as long as one of its own, and
  // Playwright's 5 s for an assertion are too few for it.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // Unlike `line`, it tells failures at the end, which is what is left of a long output.
  reporter: 'list',
});
