import { services } from '../../../lib/catalog/index.ts';
import { privateAuthorityOf } from '../../../lib/catalog/target-kinds.ts';
import { otherPrivateNames } from './known-names.ts';

const urls = services.flatMap((service) =>
  service.targets.flatMap((target) => target.urls.map((url) => new URL(url))),
);

/** Names of all hosts that the catalog's services are probed at. */
export const serviceHosts: readonly string[] = [...new Set(urls.filter(isByName).map(hostOf))];

/** Hosts with certificates of an authority of the operator's own, which no browser trusts. */
export const privateAuthorityNames: readonly string[] = [
  ...services
    .flatMap(({ targets }) => targets)
    .filter((target) => privateAuthorityOf(target) === 'own_ca')
    .flatMap(({ urls: each }) => each.map((url) => new URL(url).hostname)),
  ...otherPrivateNames,
];

/** Hosts that answer plain HTTP with a redirect to HTTPS, as nearly all do. */
export const redirectsToTls: readonly string[] = urls
  .filter((url) => url.protocol === 'http:' && isByName(url))
  .map(hostOf);

function isByName({ hostname }: URL): boolean {
  return /[a-z]$/.test(hostname);
}

function hostOf({ hostname }: URL): string {
  return hostname;
}
