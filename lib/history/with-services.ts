import type { Round, RoundCircumstances } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';

/**
 * The same with these of its services alone, and without what else names others.
 * @param left some of the round's own services
 */
export function withServices(round: Round, left: ServiceResult[]): Round {
  const gone = round.services.filter((service) => !left.includes(service));
  if (gone.length === 0) return round;
  return { ...round, services: left, circumstances: circumstancesWithout(round, gone, left) };
}

/**
 * The evidence besides attempts names hosts and targets of services, too. A target may have further hosts than its
 * result tells, so what belongs to no service that is left goes, and what may belong to one that is gone.
 */
function circumstancesWithout(
  { circumstances }: Round,
  gone: readonly ServiceResult[],
  left: readonly ServiceResult[],
): RoundCircumstances {
  const hosts = new Set(hostsOf(left));
  const sitesGone = new Set(hostsOf(gone).map(siteOf));
  const sites = new Set([...hosts].map(siteOf)).difference(sitesGone);
  const isLeft = ({ name }: { name: string }) => hosts.has(name) || sites.has(siteOf(name));
  const isNotGone = (target: string) => !gone.some(({ id }) => target.startsWith(`${id}/`));
  const { resolutions, addressProbes, forbidden, awaited, ...others } = circumstances;
  const stillAwaited = awaited?.filter(isNotGone) ?? [];
  return {
    ...others,
    resolutions: resolutions.filter(isLeft),
    addressProbes: addressProbes.filter(isLeft),
    forbidden: forbidden.filter(isNotGone),
    ...(stillAwaited.length > 0 && { awaited: stillAwaited }),
  };
}

/** The last two labels of a name. */
function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

function hostsOf(services: readonly ServiceResult[]): string[] {
  const urls = services.flatMap(({ targets }) => targets.map(({ url }) => url));
  return urls.map((url) => URL.parse(url)?.hostname ?? url);
}
