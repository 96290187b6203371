import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import type { Lab } from '../lab.ts';
import type { BrowserSetup } from '../scenarios/scenario.ts';
import { matchesName } from '../world/name-pattern.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { createExtension, type Extension } from './extension.ts';

export interface LaunchOptions extends Omit<BrowserSetup, 'hostsByNameOnly' | 'usesProxy'> {
  /** Folder of the unpacked build. */
  build: string;
  /** Port of an HTTP proxy on the browser's own loopback. */
  proxyPort?: number;
  /** The browser's language, as `ru-RU`. */
  language?: string;
  colorScheme?: 'light' | 'dark' | 'no-preference';
  /** Folder that the profile is made in; the lab's home where left out. */
  profiles?: string;
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
  const { language = 'en-US', colorScheme, blockedByExtension, proxyPort } = options;
  // In the lab's home, so that it goes where the lab goes, whatever ends it.
  const profile = mkdtempSync(join(options.profiles ?? lab.home, 'profile-'));
  if (options.secureDns !== undefined) useSecureDns(profile, options.secureDns);
  const folder = resolve(options.build);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: lab.chromiumPath,
    headless: true,
    ...(options.timeZone !== undefined && { env: { ...process.env, TZ: options.timeZone } }),
    locale: language,
    ...(colorScheme !== undefined && { colorScheme }),
    args: [
      ...chromiumArguments,
      `--lang=${language}`,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      ...(proxyPort === undefined ? [] : [`--proxy-server=http://127.0.0.1:${proxyPort}`]),
    ],
  });
  // Chromium lets no extension act on another's requests, neither by webRequest nor by
  // declarativeNetRequest. Whatever else blocks them shows as this, and so it does here.
  if (blockedByExtension !== undefined) {
    await context.route(
      (url) => matchesName(blockedByExtension, url.hostname),
      (route) => route.abort('blockedbyclient'),
    );
  }
  return {
    extension: await createExtension(context),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** As a person does in the settings: every name by this resolver, and by no other if it fails. */
function useSecureDns(profile: string, template: string): void {
  const state = { dns_over_https: { mode: 'secure', templates: template } };
  writeFileSync(join(profile, 'Local State'), JSON.stringify(state));
}
