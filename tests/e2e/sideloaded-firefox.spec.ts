import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Round } from '../../lib/model/round.ts';
import type { Bidi } from '../../scripts/browser/bidi.ts';
import { createBidiPage } from '../../scripts/browser/bidi-page.ts';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { startFirefox } from '../../scripts/browser/firefox-process.ts';
import { preferenceLines, prepareFirefoxProfile } from '../../scripts/browser/firefox-profile.ts';
import { createAsk } from '../../scripts/check/ask.ts';
import { defaultServiceCount } from '../helpers/default-services.ts';
import { connectInside } from '../lab/browsers/firefox-line.ts';
import { createFirefoxProfile } from '../lab/browsers/firefox-profile.ts';
import { usualTimeZone } from '../lab/browsers/lab-browser.ts';
import { readRecords } from '../lab/browsers/sealed-history.ts';
import type { Lab } from '../lab/lab.ts';
import { expect, test } from './fixtures.ts';
import { press } from './press.ts';
import { raiseVersion } from './raise-version.ts';
import { makePackage } from './sideloaded-package.ts';

const patient = { timeout: 60_000 };
const allOpen = Array.from({ length: defaultServiceCount }, () => 'ok');

interface Session {
  bidi: Bidi;
  end(): Promise<void>;
}

async function start(lab: Lab, profile: string): Promise<Session> {
  const environment = { TZ: usualTimeZone };
  const process = startFirefox(lab.firefoxPath, { profile, environment });
  const bidi = await connectInside(lab)(await process.listening, 30_000);
  await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: false } } });
  return {
    bidi,
    async end() {
      await bidi.send('browser.close', {}).catch(() => undefined);
      await process.end(5_000);
    },
  };
}

/** A profile in which an unsigned package may stay, as Firefox ESR can be set, and the host of its pages. */
function aProfile(lab: Lab): { path: string; host: string; remove: () => void } {
  const profile = createFirefoxProfile(lab, { 'xpinstall.signatures.required': false });
  const host = prepareFirefoxProfile(profile.path, 'dozvon@dozvon.invalid');
  // The profile of a check keeps what Firefox would delete with an extension.
  const deleting = {
    'extensions.webextensions.keepStorageOnUninstall': false,
    'extensions.webextensions.keepUuidOnUninstall': false,
  };
  appendFileSync(join(profile.path, 'user.js'), preferenceLines(deleting).join('\n'));
  return { ...profile, host };
}

/** Does what "Install Add-on From File" does once the person has chosen the file. */
async function install(bidi: Bidi, path: string): Promise<void> {
  const extensionData = { type: 'archivePath' as const, path };
  await bidi.send('webExtension.install', { extensionData, 'moz:permanent': true });
}

async function open(bidi: Bidi, url: string): Promise<ExtensionPage> {
  const { context } = await bidi.send('browsingContext.create', { type: 'tab', background: false });
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  return createBidiPage(bidi, context);
}

/** The tab that the extension has opened. */
async function tabOf(bidi: Bidi, url: string): Promise<ExtensionPage> {
  const find = async () => {
    const { contexts } = await bidi.send('browsingContext.getTree', { maxDepth: 0 });
    return contexts.find((one) => one.url === url)?.context;
  };
  await expect.poll(find, patient).toBeDefined();
  return createBidiPage(bidi, (await find()) ?? '');
}

const rounds = async (page: ExtensionPage) =>
  (await readRecords<Round>(page, 'sealedRounds')).map(([, round]) => round);
const versions = async (page: ExtensionPage) =>
  (await rounds(page)).map(({ software }) => software.version);

async function check(page: ExtensionPage): Promise<void> {
  const ask = createAsk(page);
  await ask('startRound', { services: ['max'] });
  await expect.poll(() => ask('getProgress'), patient).toBeNull();
}

/** Without the look at the route, for which Firefox would ask. */
function untickRoute(): boolean {
  const box = document.querySelector<HTMLInputElement>('input[aria-describedby=why-route]');
  if (box?.checked === true) box.click();
  return box?.checked === false;
}

test('a package that was installed in Firefox keeps its history', async ({ lab }) => {
  const folder = mkdtempSync(join(lab.home, 'packages-'));
  const [older = '', newer = ''] = ['1.0.0', '1.1.0'].map((version) => {
    const file = join(folder, `dozvon-${version}-firefox.zip`);
    writeFileSync(file, makePackage('firefox', version));
    return file;
  });
  await lab.setWorld({});
  const profile = aProfile(lab);
  const address = (page: string) => `moz-extension://${profile.host}/${page}`;
  let session = await start(lab, profile.path);
  try {
    await install(session.bidi, older);
    let page = await tabOf(session.bidi, address('welcome.html'));
    await expect.poll(() => page.evaluate(untickRoute, null)).toBe(true);
    await press(page, 'Start checking');
    await expect.poll(() => versions(page), patient).toEqual(['1.0.0']);
    const [round] = await rounds(page);
    expect(round?.services.map(({ state }) => state)).toEqual(allOpen);

    await install(session.bidi, newer);
    page = await open(session.bidi, address('dashboard.html'));
    expect(await rounds(page)).toEqual([round]);
    await check(page);
    expect(await versions(page)).toEqual(['1.0.0', '1.1.0']);

    await session.end();
    session = await start(lab, profile.path);
    page = await open(session.bidi, address('dashboard.html'));
    expect(await versions(page)).toEqual(['1.0.0', '1.1.0']);

    await raiseVersion(page);
    await install(session.bidi, older);
    page = await open(session.bidi, address('dashboard.html'));
    const text = () => page.evaluate(() => document.body.textContent ?? '', null);
    await expect.poll(text).toContain('newer version');
    await check(page);
    expect(await versions(page)).toEqual(['1.0.0']);
  } finally {
    await session.end();
    profile.remove();
    rmSync(folder, { recursive: true });
  }
});
