import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { controlsAndCalls } from '../../../lib/catalog/all-controls.ts';
import {
  handshakeOrigins,
  hostPatterns,
  patternsFor,
  patternsOfService,
} from '../../../lib/catalog/hosts.ts';
import { catalog, services, wholeCatalog } from '../../../lib/catalog/index.ts';
import { CatalogSchema } from '../../../lib/catalog/schema.ts';
import { isHandshake } from '../../../lib/catalog/target-kinds.ts';

const targets = services.flatMap((service) => service.targets);
const urls = [
  ...targets.flatMap((target) => target.urls),
  ...wholeCatalog.controls.map((control) => control.url),
  ...wholeCatalog.resolvers.map((resolver) => resolver.url),
  ...wholeCatalog.echoes.map((echo) => echo.url),
  ...[...wholeCatalog.blockedCanaries, ...wholeCatalog.homeOnlySites].map((site) => site.url),
];

describe('the catalog', () => {
  it('matches its schema', () => {
    const parsed = v.safeParse(CatalogSchema, catalog);

    expect(parsed.issues).toBeUndefined();
  });

  it('has ten default services, in the order in which pages show them', () => {
    const shown = services.filter((service) => service.enabledByDefault);

    expect(shown.map((service) => service.id)).toEqual([
      'whatsapp',
      'telegram',
      'signal',
      'viber',
      'facetime',
      'snapchat',
      'discord',
      'messenger',
      'max',
      'vk',
    ]);
  });

  it.each([
    ['services', services],
    ['targets', targets],
    ['resolvers', wholeCatalog.resolvers],
    [
      'landmarks',
      [...wholeCatalog.echoes, ...wholeCatalog.blockedCanaries, ...wholeCatalog.homeOnlySites],
    ],
    ['controls and call controls', controlsAndCalls(wholeCatalog)],
  ])('gives all %s unique ids', (_kind, entries) => {
    const ids = entries.map((entry) => entry.id);

    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['foreign', 'domestic', 'dns', 'portal'])('has a %s control', (group) => {
    expect(catalog.controls.map((control) => control.group)).toContain(group);
  });

  it('probes a foreign, a domestic and a portal control in every round', () => {
    const asked = catalog.controls.filter((control) => control.pulse).map((one) => one.group);

    expect(new Set(asked)).toEqual(new Set(['foreign', 'domestic', 'portal']));
  });

  it('has at least two trusted resolvers and one national resolver', () => {
    const national = catalog.resolvers.filter((resolver) => resolver.national);

    expect(national.length).toBeGreaterThan(0);
    expect(catalog.resolvers.length - national.length).toBeGreaterThanOrEqual(2);
  });

  it('has a target of a default service for every canary', () => {
    const hosts = services
      .filter((service) => service.enabledByDefault)
      .flatMap((service) =>
        service.targets.map((target) => new URL(target.urls[0] ?? '').hostname),
      );

    expect(catalog.canaries.map(({ name }) => name)).not.toEqual([]);
    expect(catalog.canaries.filter(({ name }) => !hosts.includes(name))).toEqual([]);
  });

  it('has at least four foreign echoes that report the country, and two domestic echoes', () => {
    const foreign = catalog.echoes.filter(({ group }) => group === 'foreign');

    expect(foreign.filter(({ reads }) => reads.country !== undefined).length).toBeGreaterThan(3);
    expect(catalog.echoes.length - foreign.length).toBeGreaterThan(1);
  });

  it('shares no host between landmarks of the route and witnesses', () => {
    const hosts = new Set(catalog.witnesses.map(({ url }) => new URL(url).hostname));
    const { echoes, blockedCanaries, homeOnlySites } = wholeCatalog;
    const asked = [...echoes, ...blockedCanaries, ...homeOnlySites];

    expect(asked.filter(({ url }) => hosts.has(new URL(url).hostname))).toEqual([]);
  });

  it('has call controls abroad of two operators', () => {
    const asked = catalog.callControls.filter(({ group }) => group === 'calls-foreign');

    expect(new Set(asked.map((control) => control.operator)).size).toBeGreaterThanOrEqual(2);
  });

  it('lists each colo once, and those that serve Russia’s neighbours', () => {
    const codes = catalog.colos.map(({ code }) => code);

    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(['HEL', 'AMS', 'FRA', 'IST', 'ALA', 'DXB']));
  });

  it('has no control on a host of a service', () => {
    const hosts = targets.flatMap((target) => target.urls.map((url) => new URL(url).hostname));

    for (const control of wholeCatalog.controls) {
      expect(hosts).not.toContain(new URL(control.url).hostname);
    }
  });

  it('avoids the names that reset TLS everywhere', () => {
    const hosts = urls.map((url) => new URL(url).hostname);

    expect(hosts.filter((host) => /^(g|e\d+)\.whatsapp\.net$/.test(host))).toEqual([]);
  });
});

describe('the origins of handshakes', () => {
  const origins = handshakeOrigins(catalog);

  it('are those of all services’ targets over HTTPS and WebSockets and of foreign sites, and no others', () => {
    const sites = [...catalog.controls, ...catalog.witnesses].filter(
      ({ group }) => group === 'foreign',
    );
    const tested = [
      ...targets.filter(isHandshake).flatMap((target) => target.urls),
      ...sites.map(({ url }) => url),
    ];

    expect(new Set(origins)).toEqual(new Set(tested.map((url) => `https://${new URL(url).host}`)));
  });

  it('are sorted, so that builds are the same', () => {
    expect(origins).toEqual([...new Set(origins)].toSorted());
  });
});

describe('host permissions', () => {
  const { required, route, services: further } = hostPatterns(wholeCatalog);
  const onByDefault = services.filter(({ enabledByDefault }) => enabledByDefault);
  const hostsOf = (patterns: string[]) => patterns.map((pattern) => new URL(pattern).hostname);

  it('cover every URL of the catalog', () => {
    const patterns = new Set([...required, ...route, ...further]);

    expect(urls.flatMap(patternsFor).filter((pattern) => !patterns.has(pattern))).toEqual([]);
  });

  it('are required for controls, resolvers and services that are on by default', () => {
    const needed = [
      ...onByDefault.flatMap((one) => one.targets).flatMap((target) => target.urls),
      ...[
        ...wholeCatalog.controls,
        ...wholeCatalog.witnesses,
        ...wholeCatalog.transferControls,
      ].map(({ url }) => url),
      ...wholeCatalog.resolvers.map(({ url }) => url),
    ];

    expect(new Set(required)).toEqual(new Set(needed.flatMap(patternsFor)));
  });

  it('are optional for what only the route asks', () => {
    const asked = [
      ...wholeCatalog.echoes,
      ...wholeCatalog.blockedCanaries,
      ...wholeCatalog.homeOnlySites,
    ];
    const hosts = new Set(asked.map(({ url }) => new URL(url).hostname));

    expect(hostsOf(route).filter((host) => !hosts.has(host))).toEqual([]);
    expect(route).toEqual(
      expect.arrayContaining(['https://api.ipapi.is/*', 'https://rutracker.org/*']),
    );
    expect(route).toContain('https://www.gosuslugi.ru/*');
  });

  it('leave out of the optional ones a host that is required anyway', () => {
    expect(route.filter((pattern) => required.includes(pattern))).toEqual([]);
    expect(required).toContain('https://www.facebook.com/*');
  });

  it('are optional for services that are off by default, and asked for with each', () => {
    const off = services.filter(({ enabledByDefault }) => !enabledByDefault);
    const each = off.map((service) =>
      patternsOfService(service).filter((pattern) => !required.includes(pattern)),
    );

    expect(off.length).toBeGreaterThanOrEqual(12);
    expect(each.filter((patterns) => patterns.length === 0)).toEqual([]);
    // A site of the route may be a service's, too.
    const alone = each.flat().filter((pattern) => !route.includes(pattern));

    expect(alone.toSorted()).toEqual(further);
  });

  it.each([
    ['required', required],
    ['of the route', route],
    ['of further services', further],
  ])('are unique and sorted: %s', (_list, patterns) => {
    expect(patterns).toEqual([...new Set(patterns)].toSorted());
  });

  it.each([
    ['https://one.example:8443/path?query#fragment', ['https://one.example/*']],
    ['http://149.154.175.50/', ['http://149.154.175.50/*']],
    ['wss://one.example/chat?v=1', ['wss://one.example/*', 'https://one.example/*']],
  ])('cover %s with %j', (url, patterns) => {
    expect(patternsFor(url)).toEqual(patterns);
  });
});
