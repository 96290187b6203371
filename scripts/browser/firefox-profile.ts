import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Preference = string | number | boolean;

/**
 * Requests that Firefox makes on its own. Remote control suppresses some of them, but only after it
 * has connected.
 */
const quiet: Record<string, Preference> = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.discovery.enabled': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.newtabpage.activity-stream.telemetry': false,
  'browser.newtabpage.activity-stream.unifiedAds.spocs.enabled': false,
  'browser.newtabpage.activity-stream.unifiedAds.tiles.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.usage.uploadEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'security.certerrors.mitm.priming.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.archive.enabled': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.firstShutdownPing.enabled': false,
  'toolkit.telemetry.newProfilePing.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.shutdownPingSender.enabled': false,
  'toolkit.telemetry.unified': false,
};

/**
 * Some censors count handshakes per name and freeze the name. By default, Firefox opens a second
 * connection beside most first ones, and up to ten after a reset.
 */
const restrained: Record<string, Preference> = {
  'network.http.request.max-attempts': 2,
  'network.http.speculative-parallel-limit': 0,
};

/** A fixed address lets a temporarily loaded extension keep its history between runs. */
const remembering: Record<string, Preference> = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

const addressesKey = 'extensions.webextensions.uuids';
const begin = '// Dozvon begins';
const end = '// Dozvon ends';

/**
 * Prepares a profile for a check, and keeps everything that others wrote there.
 * @returns Host of the extension's pages.
 */
export function prepareFirefoxProfile(folder: string, extensionId: string): string {
  const settingsFile = path.join(folder, 'prefs.js');
  const addresses = readAddresses(
    existsSync(settingsFile) ? readFileSync(settingsFile, 'utf8') : '',
  );
  const host = addresses[extensionId] ?? randomUUID();
  const userFile = path.join(folder, 'user.js');
  const before = existsSync(userFile) ? readFileSync(userFile, 'utf8') : '';
  const preferences = {
    ...quiet,
    ...restrained,
    ...remembering,
    [addressesKey]: JSON.stringify({ ...addresses, [extensionId]: host }),
  };
  writeFileSync(userFile, withPreferences(before, preferences));
  return host;
}

/** Whether a check has used this folder as its profile of Firefox. */
export function isCheckedFirefoxProfile(folder: string): boolean {
  const userFile = path.join(folder, 'user.js');
  return existsSync(userFile) && readFileSync(userFile, 'utf8').includes(begin);
}

/** What Firefox makes in a profile at its first start, and where people and administrators set it up before that. */
const ofSomebody = ['places.sqlite', 'prefs.js', 'user.js'];

/** Whether this is somebody's profile of Firefox, which no check has made. */
export function isSomebodysFirefoxProfile(folder: string): boolean {
  return (
    !isCheckedFirefoxProfile(folder) &&
    ofSomebody.some((file) => existsSync(path.join(folder, file)))
  );
}

/** Text of a `user.js` with our section replaced. */
export function withPreferences(text: string, preferences: Record<string, Preference>): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  const others =
    from === -1 || to < from ? text : text.slice(0, from) + text.slice(to + end.length);
  return [others.trimEnd(), begin, ...preferenceLines(preferences), end, ''].join('\n').trimStart();
}

/** Preferences as lines of `user.js` or `prefs.js`. */
export function preferenceLines(preferences: Record<string, Preference>): string[] {
  return Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
}

/** The addresses that a profile has assigned to extensions, by extension id. */
function readAddresses(settings: string): Record<string, string> {
  const line = settings.split('\n').find((one) => one.startsWith(`user_pref("${addressesKey}", `));
  if (line === undefined) return {};
  const value = line.slice(line.indexOf(', ') + 2, line.lastIndexOf(')'));
  try {
    return JSON.parse(JSON.parse(value) as string) as Record<string, string>;
  } catch {
    return {};
  }
}
