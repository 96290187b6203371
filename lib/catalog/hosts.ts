import { allControls } from './all-controls.ts';
import type { Catalog } from './schema.ts';

/** Match patterns for everything the catalog probes, sorted: the manifest's host permissions. */
export function hostPatterns(catalog: Catalog): string[] {
  const urls = [
    ...catalog.services.flatMap((service) => service.targets.flatMap((target) => target.urls)),
    ...allControls(catalog).map((control) => control.url),
    ...catalog.resolvers.map((resolver) => resolver.url),
    ...catalog.echoes.map((echo) => echo.url),
    ...[...catalog.blockedCanaries, ...catalog.homeOnlySites].map((site) => site.url),
  ];
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
