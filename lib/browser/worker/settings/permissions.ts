import { browser } from 'wxt/browser';
import { catalogOfAll } from '../../../catalog/catalog-for.ts';
import {
  hostPatterns,
  patternsFor,
  patternsOfRoute,
  patternsOfService,
} from '../../../catalog/hosts.ts';
import { wholeCatalog } from '../../../catalog/index.ts';
import { uploadPatterns } from '../../../settings/upload.ts';
import { isWanted } from '../../../settings/wanted-services.ts';
import { hasAllSites } from '../../has-all-sites.ts';
import { readCheckSettings } from '../stored/check-settings.ts';
import { readOwnServices } from '../stored/own-services.ts';
import { readRoutingSettings } from '../stored/routing-settings.ts';
import { readUpload } from '../stored/upload.ts';
import { readOwnCatalog } from './catalog-data.ts';
import { readServiceChoices } from './service-choices.ts';

/** Host permissions as the browser lists them, until they change: a check asks for some twenty, one after the other. */
let listed: Promise<ReadonlySet<string>> | null = null;

/** Whether the extension has the host permissions to probe a URL. */
export function isPermitted(url: string): Promise<boolean> {
  return hasAll(patternsFor(url));
}

/** Whether the extension has the optional permission to look at the route. */
export function isRoutePermitted(): Promise<boolean> {
  const { host_permissions: given = [] } = browser.runtime.getManifest();
  return hasAll(patternsOfRoute(wholeCatalog).filter((one) => !given.includes(one)));
}

/** What is not in the list by itself may be covered by another pattern. */
async function hasAll(origins: string[]): Promise<boolean> {
  listed ??= list();
  const given = await listed;
  return origins.every((one) => given.has(one)) || browser.permissions.contains({ origins });
}

/** Empty where the browser does not tell. */
async function list(): Promise<ReadonlySet<string>> {
  const forget = () => {
    listed = null;
    browser.permissions.onAdded.removeListener(forget);
    browser.permissions.onRemoved.removeListener(forget);
  };
  browser.permissions.onAdded.addListener(forget);
  browser.permissions.onRemoved.addListener(forget);
  try {
    const { origins = [] } = await browser.permissions.getAll();
    return new Set(origins);
  } catch (error) {
    console.warn('The browser lists no permissions:', error);
    return new Set();
  }
}

/** Gives back those of some optional permissions that nothing needs any more; of all, where none are named. */
export async function returnPermissions(patterns?: readonly string[]): Promise<void> {
  if (hasAllSites(browser.runtime.getManifest())) return;
  const [{ origins: given = [] }, needed] = await Promise.all([
    browser.permissions.getAll(),
    neededPatterns(),
  ]);
  const origins = given.filter((one) => patterns?.includes(one) !== false && !needed.has(one));
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

/** Those of the manifest, the route, the catalogue in use, services that are on, and people's own services. */
async function neededPatterns(): Promise<Set<string>> {
  const { host_permissions: ofManifest = [] } = browser.runtime.getManifest();
  const [{ data }, settings, choices, own, { showRouting }, upload] = await Promise.all([
    readOwnCatalog(),
    readCheckSettings(),
    readServiceChoices(),
    readOwnServices(),
    readRoutingSettings(),
    readUpload(),
  ]);
  const wanted = new Set(choices.filter((one) => isWanted(settings, one)).map(({ id }) => id));
  return new Set([
    ...ofManifest,
    ...(showRouting ? patternsOfRoute(wholeCatalog) : []),
    ...hostPatterns(catalogOfAll(data)).required,
    ...data.world.services.filter(({ id }) => wanted.has(id)).flatMap(patternsOfService),
    ...own.flatMap(({ url }) => patternsFor(url)),
    ...(upload === null ? [] : uploadPatterns(upload.draft)),
  ]);
}
