import { catalogFor } from '../../../lib/catalog/index.ts';
import { dohResolvers, plainDataCentres, serviceNames } from '../network/known-names.ts';
import { serviceHosts } from '../network/service-hosts.ts';
import type { DnsAnswer, DnsRule } from '../world/description.ts';

/** Each service's domains, as patterns for rules on names. */
export const domains = {
  whatsapp: ['.whatsapp.com', '.whatsapp.net', '.wa.me'],
  telegram: ['.telegram.org', '.t.me', '.telegram.me', '.telesco.pe'],
  signal: ['.signal.org'],
  viber: ['.viber.com'],
  facetime: ['facetime.apple.com', '.ess.apple.com'],
  snapchat: ['.snapchat.com', '.sc-cdn.net'],
  discord: ['.discord.com', '.discordapp.com', '.discordapp.net', '.discord.gg'],
  messenger: ['.messenger.com', '.facebook.com', '.fbcdn.net', '.fbmessenger.com'],
  max: ['.max.ru', '.oneme.ru'],
  vk: ['.vk.ru', '.vk.com', '.vk.me'],
};

/** All domains of the services from abroad. */
export const foreignDomains: string[] = Object.entries(domains).flatMap(([id, names]) =>
  id === 'max' || id === 'vk' ? [] : names,
);

/** The controls inside a country, as patterns. */
export function controlsOf(country: string): string[] {
  return catalogFor(country).controls.flatMap(({ group, url }) =>
    group === 'domestic' ? [`.${new URL(url).hostname.replace(/^www\./, '')}`] : [],
  );
}

/** Domestic sites on the allowlist of a mobile operator in Russia. */
export const allowed = [...controlsOf('RU'), ...domains.max, ...domains.vk];

/** The domains of neutral foreign sites, controls and witnesses. */
export const neutralNames = [
  '.gstatic.com',
  '.cloudflare.com',
  '.wikipedia.org',
  '.github.com',
  '.google.com',
  '.amazonaws.com',
  '.debian.org',
  '.apache.org',
  '.python.org',
  '.kernel.org',
  '.w3.org',
];

/** All hosts of the messengers, for rules on addresses. */
export const allMessengers = [
  ...new Set([...serviceHosts, ...Object.values(serviceNames).flat(), ...plainDataCentres]),
];

export const trustedResolvers = dohResolvers.filter(({ national }) => !national);

/** Names of the DoH resolvers, as visible to a filter of server names. */
export const resolverNames = trustedResolvers
  .flatMap(({ hosts }) => hosts)
  .filter((host) => /[a-z]/.test(host));

/** Addresses of DoH resolvers that are contacted without a name. */
export const resolverAddresses = ['1.1.1.1', '1.0.0.1'];

/** Makes every trusted resolver give the same answer for some names. */
export function everyResolver(names: string[], answer: DnsAnswer): Record<string, DnsRule[]> {
  return Object.fromEntries(trustedResolvers.map(({ id }) => [id, [{ names, answer }]]));
}

/** Servers that are asked by their addresses, at home and abroad. */
export const bareServers = [
  ...resolverAddresses,
  '8.8.8.8',
  '8.8.4.4',
  '9.9.9.9',
  '9.9.9.10',
  '77.88.8.8',
];

/** Hides how the national resolver withholds names. */
export const mute = { yandex: [{ names: ['*'], answer: 'silent' as const }] };

/** Known from lists of block pages: an operator's warning page, and an address that forged names lead to. */
export const warning = 'http://warning.rt.ru/';
export const stubAddress = '95.217.66.240';
