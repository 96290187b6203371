import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { stampFileOf } from './chromium-profile.ts';
import { findWorker, type LaunchOptions, launchBrowser } from './launch.ts';

declare const chrome: { runtime: { reload(): void } };

/**
 * Starts a browser on a profile that may hold another build of the extension. Chromium stores the
 * worker's script in the profile and runs it until the manifest's version changes. A reload
 * discards the stored script, but leaves the extension disabled until the next start: hence two
 * starts after each change.
 */
export async function launchKeptProfile(options: LaunchOptions): Promise<BrowserContext> {
  const stampFile = stampFileOf(options.profile);
  const script = readFileSync(path.join(options.extension, 'background.js'));
  const hash = createHash('sha256').update(script).digest('hex');
  const isUsed = existsSync(path.join(options.profile, 'Default'));
  if (isUsed && (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== hash)) {
    await forgetWorker({ ...options, headless: true });
  }
  // A new profile is known as ours even if its first start fails.
  if (!isUsed) writeFileSync(stampFile, hash);
  const context = await launchBrowser(options);
  writeFileSync(stampFile, hash);
  return context;
}

async function forgetWorker(options: LaunchOptions): Promise<void> {
  const context = await launchBrowser(options);
  try {
    const worker = await findWorker(context);
    // The reload ends the worker before it can answer.
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
  } finally {
    await context.close();
  }
}
