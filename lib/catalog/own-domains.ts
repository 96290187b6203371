import type { Catalog, Target } from './schema.ts';

/** Labels below a country's domain under which names are registered, as in `example.com.tr`. */
const registries = /^(ac|co|com|edu|gov|net|org)$/;

/**
 * The domains of whoever runs a target's service: those of all targets, and those that are known besides. Its hosts may
 * send a browser on to them; there may be more.
 */
export function ownDomainsOf(
  { services }: Pick<Catalog, 'services'>,
  { id }: Pick<Target, 'id'>,
): string[] {
  const own = services.find(({ targets }) => targets.some((one) => one.id === id));
  const alike = services.filter(({ operator }) => operator === own?.operator);
  const known = alike.flatMap(({ domains = [] }) => domains);
  return [...new Set([...registeredDomains(alike.flatMap(({ targets }) => targets)), ...known])];
}

const domainsOfTargets = new WeakMap<Target, string[]>();

/** The registered domains of some targets. */
export function registeredDomains(targets: readonly Target[]): string[] {
  return [...new Set(targets.flatMap(domainsOf))];
}

/** Whether a host is one of some domains, or below one. */
export function isWithin(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function domainsOf(target: Target): string[] {
  const known = domainsOfTargets.get(target);
  if (known !== undefined) return known;
  const own = target.urls.flatMap((url) => registeredDomain(new URL(url).hostname) ?? []);
  domainsOfTargets.set(target, own);
  return own;
}

/** Null for an address. */
export function registeredDomain(host: string): string | null {
  const labels = host.split('.');
  const [last = '', registry = ''] = labels.toReversed();
  if (!/[a-z]/.test(last)) return null;
  return labels.slice(last.length === 2 && registries.test(registry) ? -3 : -2).join('.');
}
