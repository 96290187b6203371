import { allControls } from '../../../lib/catalog/all-controls.ts';
import type { Catalog } from '../../../lib/catalog/schema.ts';
import { matchesName } from '../world/name-pattern.ts';

export type HostGroup = 'messengers' | 'neutral' | 'route' | 'domestic';

/** Name patterns of hosts that Chromium contacts by itself. */
export const browserOwn: string[] = [
  'accounts.google.com',
  'android.clients.google.com',
  'clients1.google.com',
  'clients2.google.com',
  'clients4.google.com',
  '.googleapis.com',
  '.gvt1.com',
];

export function isBrowserOwn(name: string): boolean {
  return matchesName(browserOwn, name);
}

/** All hosts that checks at the defaults may contact, each in one group; inside the country comes first. */
export function knownHosts(catalog: Catalog): Map<string, HostGroup> {
  const { home, services, resolvers, echoes, blockedCanaries, homeOnlySites, callControls } =
    catalog;
  const known = new Map<string, HostGroup>();
  const add = (group: HostGroup, urls: readonly string[]): void => {
    for (const host of urls.map(hostIn)) if (!known.has(host)) known.set(host, group);
  };
  const on = services.filter(({ enabledByDefault }) => enabledByDefault);
  for (const { operatorCountry, targets } of on) {
    const group = operatorCountry === home.country ? 'domestic' : 'messengers';
    for (const { urls } of targets) add(group, urls);
  }
  for (const { group, url } of [...allControls(catalog), ...callControls]) {
    add(isDomestic(group) ? 'domestic' : 'neutral', [url]);
  }
  for (const { national, url } of resolvers) add(national ? 'domestic' : 'neutral', [url]);
  for (const { group, url } of echoes) add(isDomestic(group) ? 'domestic' : 'route', [url]);
  for (const { url } of blockedCanaries) add('route', [url]);
  for (const { url } of homeOnlySites) add('domestic', [url]);
  return known;
}

/** The STUN servers that the default settings allow, as `host:port`. */
export function allowedStun({ callControls }: Catalog): string[] {
  const foreign = callControls.filter(({ group }) => group === 'calls-foreign');
  return foreign.map(({ url }) => url.slice('stun:'.length));
}

function isDomestic(group: string): boolean {
  return group === 'domestic' || group === 'calls-domestic';
}

/** The host of an address of a catalogue, one of a STUN server too. */
export function hostIn(url: string): string {
  return new URL(url.replace(/^stun:/, 'https://')).hostname;
}
