import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { tidyUpOnInterrupt } from './browser/interrupt.ts';
import { findWorker } from './browser/launch.ts';
import { launchKeptProfile } from './browser/launch-kept-profile.ts';
import {
  ensureBuild,
  ensureChromium,
  reportFailure,
  root,
  SetupError,
  say,
} from './setup/index.mjs';

if (!hasDisplay()) {
  await checkInstead();
} else if (process.argv.length > 2) {
  say('npm start takes no options where there is a display; to check: npm run check -- [options]');
  process.exitCode = 2;
} else {
  await openWindow().catch((error: unknown) =>
    // DISPLAY is set, but no display server answers.
    String(error).includes('Missing X server') ? checkInstead() : reportFailure(error),
  );
}

async function checkInstead(): Promise<void> {
  say('No display, so no window: checking instead (npm run check).');
  await import('./check.ts');
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

async function openWindow(): Promise<void> {
  const executablePath = await ensureChromium();
  const extension = await ensureBuild('chromium');
  const profile = path.join(root, '.setup', 'profile');
  mkdirSync(profile, { recursive: true });
  const launching = launchKeptProfile({ executablePath, extension, profile, headless: false });
  const close = tidyUpOnInterrupt(() =>
    launching.then((context) => context.close()).catch(() => {}),
  );
  try {
    const context = await launching;
    await showDashboard(context);
    say('Dozvon is open. Close the window, or press Ctrl-C here, to end.');
    await untilClosed(context);
  } catch (error) {
    const lines = String(error).split('\n');
    const reason = lines.find((line) => line.includes('Missing X server')) ?? lines[0];
    throw new SetupError(`No window could be opened with ${executablePath}: ${reason}`);
  } finally {
    await close();
  }
}

async function showDashboard(context: BrowserContext): Promise<void> {
  const worker = await findWorker(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(new URL('/dashboard.html', worker.url()).href);
}

function untilClosed(context: BrowserContext): Promise<void> {
  return new Promise((resolve) => {
    context.on('close', () => resolve());
    // On macOS a browser keeps running without windows.
    const onPageClose = (): void => {
      if (context.pages().length === 0) resolve();
    };
    for (const page of context.pages()) page.on('close', onPageClose);
    context.on('page', (page) => page.on('close', onPageClose));
  });
}
