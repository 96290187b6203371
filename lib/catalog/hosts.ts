import { allControls } from './all-controls.ts';
import type { Catalog, Service } from './schema.ts';
import { isHandshake } from './target-kinds.ts';

/** Match patterns for everything the catalog probes, each list sorted. No pattern is in both. */
export interface HostPatterns {
  /** What checks need at the defaults: the manifest's host permissions. */
  required: string[];
  /** What only the route needs: optional permissions. */
  route: string[];
  /** What only services need that are off by default: optional, too, each asked for when one is turned on. */
  services: string[];
}

export function hostPatterns(catalog: Catalog): HostPatterns {
  const required = patternsOf([
    ...urlsOf(catalog.services.filter(({ enabledByDefault }) => enabledByDefault)),
    ...allControls(catalog).map((control) => control.url),
    ...catalog.resolvers.map((resolver) => resolver.url),
  ]);
  const route = patternsOfRoute(catalog);
  const services = patternsOf(urlsOf(catalog.services));
  return {
    required,
    route: route.filter((pattern) => !required.includes(pattern)),
    services: services.filter((one) => !required.includes(one) && !route.includes(one)),
  };
}

/** What the route needs, with what checks need as well, sorted. */
export function patternsOfRoute({ echoes, blockedCanaries, homeOnlySites }: Catalog): string[] {
  return patternsOf([...echoes, ...blockedCanaries, ...homeOnlySites].map(({ url }) => url));
}

/** The patterns that one service needs, sorted. */
export function patternsOfService(service: Service): string[] {
  return patternsOf(urlsOf([service]));
}

function urlsOf(services: readonly Service[]): string[] {
  return services.flatMap(({ targets }) => targets.flatMap(({ urls }) => urls));
}

/** Origins over HTTPS of all targets that test a handshake, and of neutral foreign sites, sorted. */
export function handshakeOrigins({ services, controls, witnesses }: Catalog): string[] {
  const targets = services.flatMap((service) => service.targets.filter(isHandshake));
  const sites = [...controls, ...witnesses].filter(({ group }) => group === 'foreign');
  const urls = [...targets.flatMap((target) => target.urls), ...sites.map(({ url }) => url)];
  const hosts = urls.map((url) => new URL(url).host);
  return [...new Set(hosts.map((host) => `https://${host}`))].toSorted();
}

function patternsOf(urls: readonly string[]): string[] {
  return [...new Set(urls.flatMap(patternsFor))].toSorted();
}

/**
 * The match patterns that permit one URL: scheme and host, without the port, any path. A WebSocket also needs
 * HTTPS: browsers hide why a socket does not open, so its host is probed over HTTPS.
 */
export function patternsFor(url: string): string[] {
  const { protocol, hostname } = new URL(url);
  const protocols = protocol === 'wss:' ? ['wss:', 'https:'] : [protocol];
  return protocols.map((each) => `${each}//${hostname}/*`);
}
