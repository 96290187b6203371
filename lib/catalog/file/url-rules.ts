import ipaddr from 'ipaddr.js';
import type { CatalogProblem, CatalogRule } from '../../model/catalog-file.ts';
import { answersBrowsers, isPublicName } from '../../model/public-host.ts';
import { hostPatterns, patternsFor } from '../hosts.ts';
import type { Catalog } from '../schema.ts';
import { problemAt } from './problem.ts';
import type { CatalogFile } from './schema.ts';

/** One address in a file, and where it stands. */
interface Place {
  field: string;
  url: string;
  /** Over HTTPS only. */
  isSecure: boolean;
}

const plainPath = /^\/[\w./~-]{0,80}$/;
const plainQuery = /^(\?[\w=&.-]{1,60})?$/;
/** Numbers of telephones and accounts, and keys. */
const mayNamePerson = /\d{6}|[0-9a-f]{16}/i;

/** What is wrong with the addresses of a file. @param builtIn all that is built in, of every country */
export function problemsOfUrls(file: CatalogFile, builtIn: Catalog): CatalogProblem[] {
  const { required, route, services } = hostPatterns(builtIn);
  const named = new Set([...required, ...route, ...services]);
  return [
    ...placesOf(file).flatMap(({ field, url, isSecure }) => {
      const rule = brokenBy(url, isSecure, named);
      return rule === null ? [] : [problemAt(field, rule, { found: url })];
    }),
    ...stunPlacesOf(file).flatMap(({ field, url }) => {
      const host = url.split(':')[1] ?? '';
      return isPublicHost(host) ? [] : [problemAt(field, 'public', { found: url })];
    }),
  ];
}

function brokenBy(url: string, isSecure: boolean, named: ReadonlySet<string>): CatalogRule | null {
  const parsed = new URL(url);
  if (isSecure && parsed.protocol !== 'https:') return 'https';
  if (!isPublicHost(parsed.hostname)) return 'public';
  if (!answersBrowsers(parsed.hostname)) return 'unreachable';
  if (!isBare(parsed, url)) return 'bare';
  const isNamed = patternsFor(url).every((pattern) => named.has(pattern));
  return parsed.protocol === 'https:' || isNamed ? null : 'permitted';
}

/** Literals of IPv6 are left out: whether browsers take them in permissions was not tried. */
function isPublicHost(host: string): boolean {
  if (ipaddr.IPv4.isValid(host)) return ipaddr.IPv4.parse(host).range() === 'unicast';
  return isPublicName(host);
}

function isBare({ href, username, password, port, pathname, search, hash }: URL, url: string) {
  const isPlain = [username, password, port, hash].every((part) => part === '');
  const isShort = plainPath.test(pathname) && plainQuery.test(search);
  return href === url && isPlain && isShort && !mayNamePerson.test(url);
}

function placesOf(file: CatalogFile): Place[] {
  const { services, controls, witnesses, transferControls, resolvers, countries } = file;
  return [
    ...services.flatMap(({ targets }, s) =>
      targets.flatMap(({ urls }, t) =>
        urls.map((url, u) => ({
          field: `services.${s}.targets.${t}.urls.${u}`,
          url,
          // The schema of each kind says which scheme it takes.
          isSecure: false,
        })),
      ),
    ),
    ...controls.map(({ url, group }, index) => ({
      field: `controls.${index}.url`,
      url,
      isSecure: group !== 'portal',
    })),
    ...securePlaces('witnesses', witnesses),
    ...securePlaces('transferControls', transferControls),
    ...securePlaces('resolvers', resolvers),
    ...countries.flatMap((one, index) =>
      (['controls', 'controlsByAddress', 'resolvers'] as const).flatMap((list) =>
        securePlaces(`countries.${index}.${list}`, one[list] ?? []),
      ),
    ),
  ];
}

function stunPlacesOf({ callControls, countries }: CatalogFile): Place[] {
  return [
    ...securePlaces('callControls', callControls),
    ...countries.flatMap((one, index) =>
      securePlaces(`countries.${index}.callControls`, one.callControls ?? []),
    ),
  ];
}

function securePlaces(list: string, entries: readonly { url: string }[]): Place[] {
  return entries.map(({ url }, index) => ({ field: `${list}.${index}.url`, url, isSecure: true }));
}
