import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments } from './chromium-arguments.ts';
import { createExtension, type Extension } from './extension.ts';
import type { Lab } from './lab.ts';

export interface LaunchOptions {
  /** Folder of the unpacked build. */
  build: string;
  /** The browser's language, as `ru-RU`. */
  language?: string;
  colorScheme?: 'light' | 'dark' | 'no-preference';
}

export interface LaunchedExtension {
  extension: Extension;
  close(): Promise<void>;
}

/** Loads a build into a new browser with a profile of its own, whose only internet is the lab. */
export async function launchExtension(
  lab: Lab,
  options: LaunchOptions,
): Promise<LaunchedExtension> {
  const { language = 'en-US', colorScheme } = options;
  const profile = mkdtempSync(join(tmpdir(), 'dozvon-browser-'));
  const folder = resolve(options.build);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: lab.chromiumPath,
    headless: true,
    locale: language,
    ...(colorScheme !== undefined && { colorScheme }),
    args: [
      ...chromiumArguments,
      `--lang=${language}`,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
  });
  return {
    extension: await createExtension(context),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
