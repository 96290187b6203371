import type { Omission } from '../../model/deletion.ts';
import type { Round, RoundCircumstances } from '../../model/round.ts';
import type { ServiceResult } from '../../model/service.ts';
import { withoutExit } from '../without-exit.ts';

/** The same without what is left out; null where nothing is left. */
export function roundWithout(round: Round, omissions: readonly Omission[]): Round | null {
  if (isOmitted(round, omissions)) return null;
  const services = servicesIn(omissions);
  const left = round.services.filter(({ id }) => !services.has(id));
  if (left.length === 0 && round.services.length > 0) return null;
  const kept = left.length === round.services.length ? round : withServices(round, left);
  return omissions.some((one) => 'exits' in one) ? withoutExit(kept) : kept;
}

/** Whether a round goes as a whole, whatever services it has. */
export function isOmitted(
  { id, startedAt }: Pick<Round, 'id' | 'startedAt'>,
  omissions: readonly Omission[],
): boolean {
  return idsIn(omissions).has(id) || isOmittedAt(Date.parse(startedAt), omissions);
}

/** @param ms when a round started, in milliseconds since 1970 */
export function isOmittedAt(ms: number, omissions: readonly Omission[]): boolean {
  return omissions.some(
    (one) => 'from' in one && ms >= Date.parse(one.from) && ms < Date.parse(one.to),
  );
}

export function idsIn(omissions: readonly Omission[]): Set<string> {
  return new Set(omissions.flatMap((one) => ('rounds' in one ? one.rounds : [])));
}

export function servicesIn(omissions: readonly Omission[]): Set<string> {
  return new Set(omissions.flatMap((one) => ('service' in one ? [one.service] : [])));
}

function withServices(round: Round, services: ServiceResult[]): Round {
  const gone = round.services.filter((service) => !services.includes(service));
  return { ...round, services, circumstances: circumstancesWithout(round, gone, services) };
}

/**
 * The evidence besides attempts names hosts and targets of services, too. A target may have further hosts than its
 * result tells, so what belongs to no service that is left goes.
 */
function circumstancesWithout(
  { circumstances }: Round,
  gone: readonly ServiceResult[],
  left: readonly ServiceResult[],
): RoundCircumstances {
  const sites = new Set(
    left.flatMap(({ targets }) => targets.map(({ url }) => siteOf(hostOf(url)))),
  );
  const isLeft = ({ name }: { name: string }) => sites.has(siteOf(name));
  const { resolutions, addressProbes, forbidden } = circumstances;
  return {
    ...circumstances,
    resolutions: resolutions.filter(isLeft),
    addressProbes: addressProbes.filter(isLeft),
    forbidden: forbidden.filter((target) => !gone.some(({ id }) => target.startsWith(`${id}/`))),
  };
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? url;
}

/** The last two labels of a name. */
function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}
