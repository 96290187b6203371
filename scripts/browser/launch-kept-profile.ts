import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { findWorker, type LaunchOptions, launchBrowser } from './launch.ts';

declare const chrome: { runtime: { reload(): void } };

/**
 * Starts a browser on a profile that may have seen another build of the extension. Chromium
 * keeps a worker's script in the profile and goes on running it for as long as the manifest's
 * version is the same. A reload makes it forget the script, but leaves the extension off until
 * the next start: hence two starts after each change.
 */
export async function launchKeptProfile(options: LaunchOptions): Promise<BrowserContext> {
  const stampFile = path.join(options.profile, 'dozvon-worker');
  const script = readFileSync(path.join(options.extension, 'background.js'));
  const hash = createHash('sha256').update(script).digest('hex');
  const isUsed = existsSync(path.join(options.profile, 'Default'));
  if (isUsed && (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== hash)) {
    await forgetWorker({ ...options, headless: true });
  }
  const context = await launchBrowser(options);
  writeFileSync(stampFile, hash);
  return context;
}

async function forgetWorker(options: LaunchOptions): Promise<void> {
  const context = await launchBrowser(options);
  try {
    const worker = await findWorker(context);
    // The worker ends before it can answer.
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
  } finally {
    await context.close();
  }
}
