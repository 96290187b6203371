import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Round } from '../../../lib/model/round.ts';
import type { Bidi } from '../../../scripts/browser/bidi.ts';
import { createBidiPage } from '../../../scripts/browser/bidi-page.ts';
import { type RunningFirefox, runFirefox } from '../../../scripts/browser/firefox.ts';
import type { Preference } from '../../../scripts/browser/firefox-profile.ts';
import { type Ask, createAsk } from '../../../scripts/check/ask.ts';
import { runRounds } from '../../../scripts/check/run-rounds.ts';
import { letsBlock, writeBlocker } from './firefox-blocker.ts';
import { clickInFirefox } from './firefox-click.ts';
import { connectInside } from './firefox-line.ts';
import { permitRouteInFirefox } from './firefox-permit.ts';
import { createFirefoxProfile, type FirefoxProfile } from './firefox-profile.ts';
import { type FirefoxQuestion, waitForQuestion } from './firefox-question.ts';
import {
  type Builds,
  chooseBuild,
  type KeptCookie,
  type LabBrowser,
  type LaunchLabBrowser,
  usualTimeZone,
} from './lab-browser.ts';
import { forbidByPolicy } from './policy.ts';
import { type RunningProxy, startProxy } from './start-proxy.ts';

declare const Services: { dns: { clearCache(trustedOnesToo: boolean): void } };

export interface FirefoxLabBrowser extends LabBrowser {
  bidi: Bidi;
  /** Clicks an element of that page as a person does. */
  click(selector: string): Promise<void>;
  /** Waits until the browser asks for a permission. */
  question(): Promise<FirefoxQuestion>;
}

interface Place {
  /** Folder in which profiles are created; the lab's home if omitted. */
  profiles?: string;
  /** Folder of a profile that stays, with the preferences that it was made with; a new one if omitted. */
  profile?: string;
}

/** Launches Firefox, driven over WebDriver BiDi as in `npm run check`. */
export function firefoxLauncher(
  builds: Builds,
  place: Place = {},
): (...launch: Parameters<LaunchLabBrowser>) => Promise<FirefoxLabBrowser> {
  return async (lab, setup) => {
    const chosen = chooseBuild(builds, setup);
    const proxy = setup.proxy === undefined ? null : await startProxy(lab, setup.proxy);
    const { agrees, build, permitsRoute, secureDns, timeZone, blockedByExtension } = chosen;
    const { forbiddenByPolicy: forbidden = [] } = chosen;
    const endPolicy =
      forbidden.length === 0 ? () => {} : forbidByPolicy(lab.home, 'firefox', forbidden);
    const end = () => {
      proxy?.stop();
      endPolicy();
    };
    const preferences = {
      ...chosen.firefoxPreferences,
      ...(secureDns !== undefined && onlyBy(secureDns)),
      ...(blockedByExtension !== undefined && letsBlock),
      ...(proxy !== null && through(proxy)),
    };
    const profile =
      place.profile === undefined
        ? createFirefoxProfile(lab, preferences, place.profiles)
        : { path: place.profile, remove: () => {} };
    const running = runFirefox({
      executablePath: lab.firefoxPath,
      // Firefox installs from absolute paths only.
      extension: resolve(build),
      profile: profile.path,
      keepsProfile: false,
      connect: connectInside(lab),
      environment: { TZ: timeZone ?? usualTimeZone },
    });
    try {
      const browser = await assemble(running, profile);
      if (agrees !== false) {
        if (permitsRoute !== false) await permitRouteInFirefox(await running.bidi, browser.page);
        await createAsk(browser.page)('agree', { check: false });
      }
      if (blockedByExtension !== undefined) {
        const path = writeBlocker(profile.path, blockedByExtension);
        const extensionData = { type: 'path' as const, path };
        await (await running.bidi).send('webExtension.install', { extensionData });
      }
      return { ...browser, close: () => browser.close().finally(end) };
    } catch (error) {
      await closeAll(running, profile);
      end();
      throw error;
    }
  };
}

async function assemble(
  running: RunningFirefox,
  profile: FirefoxProfile,
): Promise<FirefoxLabBrowser> {
  const page = await running.page;
  const bidi = await running.bidi;
  const ask = createAsk(page);
  return {
    bidi,
    page,
    progress: () => ask('getProgress'),
    check: () => check(ask),
    announceStart: null,
    permitRoute: () => permitRouteInFirefox(bidi, page),
    question: () => waitForQuestion(bidi),
    click: (selector) => clickInFirefox(bidi, selector),
    forgetNames: () => forgetNames(bidi),
    visit: (url) => visit(bidi, url),
    keepCookies: (cookies) => keepCookies(bidi, cookies),
    async keptCookies() {
      const { cookies } = await bidi.send('storage.getCookies', {});
      return cookies.map(({ domain, name, value }) => ({ host: domain, name, value: value.value }));
    },
    profile: profile.path,
    quit: () => running.close(),
    close: () => closeAll(running, profile),
  };
}

async function check(ask: Ask): Promise<Round> {
  const rounds: Round[] = [];
  await runRounds(
    { rounds: 1, intervalSeconds: 0, services: null },
    {
      ask,
      now: Date.now,
      wait: (ms) => sleep(ms),
      say: () => {},
      onRound: (round) => rounds.push(round),
    },
  );
  return rounds[0] as Round;
}

/** Does the same as the button on that page. */
async function forgetNames(bidi: Bidi): Promise<void> {
  const { context } = await bidi.send('browsingContext.create', { type: 'tab', background: true });
  const url = 'about:networking#dns';
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  await createBidiPage(bidi, context).evaluate(() => Services.dns.clearCache(true), null);
  await bidi.send('browsingContext.close', { context });
}

async function visit(bidi: Bidi, url: string): Promise<void> {
  const { context } = await bidi.send('browsingContext.create', { type: 'tab', background: false });
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  await bidi.send('browsingContext.close', { context });
}

async function keepCookies(bidi: Bidi, cookies: readonly KeptCookie[]): Promise<void> {
  const everywhere = { path: '/', secure: true, sameSite: 'none' } as const;
  for (const { host, name, value: text } of cookies) {
    const value = { type: 'string', value: text } as const;
    await bidi.send('storage.setCookie', { cookie: { domain: host, name, value, ...everywhere } });
  }
}

async function closeAll(running: RunningFirefox, profile: FirefoxProfile): Promise<void> {
  await running.close();
  profile.remove();
}

/** Preferences as a person sets them: all traffic through this proxy, or what its script says. */
function through({ kind, host, port, configurationUrl }: RunningProxy): Record<string, Preference> {
  if (configurationUrl !== null) {
    return { 'network.proxy.type': 2, 'network.proxy.autoconfig_url': configurationUrl };
  }
  const names = kind === 'http' ? ['http', 'ssl'] : ['socks'];
  return Object.fromEntries([
    ['network.proxy.type', 1],
    ...names.flatMap((name) => [
      [`network.proxy.${name}`, host],
      [`network.proxy.${name}_port`, port],
    ]),
  ]);
}

/** Preferences as a person sets them: this resolver for every name, without a fallback. */
function onlyBy(template: string): Record<string, Preference> {
  return { 'network.trr.mode': 3, 'network.trr.uri': template };
}
