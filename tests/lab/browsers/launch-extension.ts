import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import type { Lab } from '../lab.ts';
import type { BrowserSetup } from '../scenarios/scenario.ts';
import { matchesName } from '../world/name-pattern.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { createExtension, type Extension } from './extension.ts';
import { usualTimeZone } from './lab-browser.ts';
import { forbidByPolicy } from './policy.ts';
import { type Presets, presetExtension } from './preset-extension.ts';
import { answerYes, permitRoute } from './route-permission.ts';
import type { RunningProxy } from './start-proxy.ts';

export interface LaunchOptions extends Presets, Omit<BrowserSetup, 'hostsByNameOnly' | 'proxy'> {
  /** Folder of the unpacked build. */
  build: string;
  proxy?: RunningProxy | null;
  /** The browser's language, as `ru-RU`. */
  language?: string;
  /** Folder of a profile that is kept when the browser closes; a new one if omitted. */
  profile?: string;
  /** Folder in which the profile is created; the lab's home if omitted. */
  profiles?: string;
  moreArguments?: readonly string[];
}

function throughProxy({ kind, host, port, configurationUrl }: RunningProxy): string {
  if (configurationUrl !== null) return `--proxy-pac-url=${configurationUrl}`;
  return `--proxy-server=${schemes[kind]}://${host}:${port}`;
}

const schemes = { http: 'http', socks: 'socks5' } as const;

export interface LaunchedExtension {
  extension: Extension;
  /** Folder of the profile. */
  profile: string;
  /** Ends the browser and leaves its profile. */
  quit(): Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** Loads a build into a new browser with a new profile, whose only network is the lab. */
export async function launchExtension(
  lab: Lab,
  options: LaunchOptions,
): Promise<LaunchedExtension> {
  const { language = 'en-US', blockedByExtension, proxy } = options;
  // In the lab's home, so that it is removed with the lab, whatever ends it.
  const profile = options.profile ?? mkdtempSync(join(options.profiles ?? lab.home, 'profile-'));
  if (options.secureDns !== undefined) useSecureDns(profile, options.secureDns);
  const folder = resolve(options.build);
  if (options.permitsNotifications || options.pinsIcon) presetExtension(profile, folder, options);
  const forbidden = options.forbiddenByPolicy ?? [];
  const endPolicy =
    forbidden.length === 0 ? () => {} : forbidByPolicy(lab.home, 'chromium', forbidden);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: lab.chromiumPath,
    headless: true,
    env: { ...process.env, TZ: options.timeZone ?? usualTimeZone },
    locale: language,
    args: [
      ...chromiumArguments,
      `--lang=${language}`,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      ...(options.moreArguments ?? []),
      ...(proxy ? [throughProxy(proxy)] : []),
    ],
  });
  // Chromium lets no extension act on another's requests, neither by webRequest nor by
  // declarativeNetRequest. A request blocked by other means ends with the same error.
  if (blockedByExtension !== undefined) {
    await context.route(
      (url) => matchesName(blockedByExtension, url.hostname),
      (route) => route.abort('blockedbyclient'),
    );
  }
  const extension = await createExtension(context);
  if (options.permitsRoute !== false) {
    await answerYes(context, extension.page);
    if (options.agrees !== false) await permitRoute(extension.page);
  }
  if (options.agrees !== false) await extension.agree();
  return {
    extension,
    profile,
    quit: () => context.close(),
    async close() {
      await context.close();
      endPolicy();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Settings as a person chooses them: this resolver for every name, without a fallback. */
function useSecureDns(profile: string, template: string): void {
  const state = { dns_over_https: { mode: 'secure', templates: template } };
  writeFileSync(join(profile, 'Local State'), JSON.stringify(state));
}
