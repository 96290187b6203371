import { allControls } from './all-controls.ts';
import type { Catalog } from './schema.ts';

/** Match patterns of everything the catalog probes, sorted: the manifest's host permissions. */
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
 * The match patterns that permit one URL: scheme and host, without the port, any path. Where a WebSocket
 * does not open its host is asked over HTTPS, as browsers hide why.
 */
export function patternsFor(url: string): string[] {
  const { protocol, hostname } = new URL(url);
  const protocols = protocol === 'wss:' ? ['wss:', 'https:'] : [protocol];
  return protocols.map((each) => `${each}//${hostname}/*`);
}
