import type { Site, Target } from '../../catalog/schema.ts';
import { isControlReached } from '../../diagnose/network/network.ts';
import type { HttpObservation } from '../../observe/http.ts';
import { isReached } from '../../observe/judge.ts';
import { type LandmarkOutcomes, type SiteAnswer, siteOutcomes } from '../../routing/health.ts';
import { controlEvidence } from '../gate/controls.ts';
import { attemptsOf, type OpenRound } from '../phases.ts';
import { askSite } from './ask-site.ts';

const firstCanaries = 2;

/** Which of the canaries that were asked opened. */
export async function askCanaries(
  round: OpenRound,
  canaries: readonly Site[],
  servicesChecked: Promise<unknown>,
): Promise<SiteAnswer[]> {
  const askSome = (sites: readonly Site[]) =>
    answersOf(sites, (site) => isOpenFor(round, site, servicesChecked));
  const seen = await askSome(canaries.slice(0, firstCanaries));
  const alike =
    seen.length === firstCanaries && new Set(seen.map(({ isOpen }) => isOpen)).size === 1;
  return alike ? seen : [...seen, ...(await askSome(canaries.slice(firstCanaries)))];
}

async function answersOf(
  sites: readonly Site[],
  ask: (site: Site) => Promise<boolean[]>,
): Promise<SiteAnswer[]> {
  const seen = sites.map(async (site) =>
    (await ask(site)).map((isOpen) => ({ id: site.id, isOpen })),
  );
  return (await Promise.all(seen)).flat();
}

/** Empty where nothing is known. */
async function isOpenFor(
  round: OpenRound,
  { url }: Site,
  servicesChecked: Promise<unknown>,
): Promise<boolean[]> {
  const { hostname } = new URL(url);
  if (!isPlanned(round, hostname)) return getsThrough(await askSite(round, url));
  await servicesChecked;
  const seen = targetsOn(round, hostname)
    .flatMap((target) => attemptsOf(round, target))
    .filter(({ valid }) => valid);
  return seen.length === 0 ? [] : [seen.some(({ ok }) => ok)];
}

function isPlanned(round: OpenRound, host: string): boolean {
  const planned = new Set(
    round.log.record.plan.services.flatMap(({ id, depth }) => (depth === 'all' ? id : [])),
  );
  return round.catalog.services.some(
    ({ id, targets }) => planned.has(id) && targets.some((target) => isOn(target, host)),
  );
}

function targetsOn({ catalog }: OpenRound, host: string): Target[] {
  return catalog.services.flatMap(({ targets }) => targets).filter((target) => isOn(target, host));
}

function isOn({ urls }: Target, host: string): boolean {
  return urls.some((url) => new URL(url).hostname === host);
}

/** Whether each site that refuses callers from abroad let this one in; none where that would show nothing. */
export async function askHomeOnly(round: OpenRound, sites: readonly Site[]): Promise<SiteAnswer[]> {
  if (!domesticAnswers(round)) return [];
  return answersOf(sites, async ({ url }) => admits(await askSite(round, url)));
}

/**
 * Which home-only sites answer at all. At home they show nothing of the route, but one may be dead, or have a
 * certificate that this browser does not know.
 */
export async function checkHomeOnlyHealth(
  round: OpenRound,
  sites: readonly Site[],
): Promise<LandmarkOutcomes> {
  if (!domesticAnswers(round)) return siteOutcomes([]);
  return siteOutcomes(
    await answersOf(sites, async ({ url }) => {
      const seen = await askSite(round, url);
      return seen?.valid === true ? [admits(seen).includes(true)] : [];
    }),
  );
}

/** Empty where nothing is known. */
function getsThrough(seen: HttpObservation | null): boolean[] {
  return seen?.valid === true ? [isReached(seen)] : [];
}

const certificateFailures = /^ssl_/;

/**
 * Whether a page came. An unknown certificate or a fault of the site shows nothing; callers from abroad get
 * a 403 or no answer.
 */
function admits(seen: HttpObservation | null): boolean[] {
  if (seen?.valid !== true || certificateFailures.test(seen.failure ?? '')) return [];
  const { httpStatus } = seen;
  if (httpStatus !== null && httpStatus >= 500) return [];
  return [httpStatus !== null && httpStatus < 400];
}

/** Where no domestic control answers, a silent home-only site shows nothing. */
function domesticAnswers(round: OpenRound): boolean {
  return controlEvidence(round.catalog, round.log.record).some(
    (one) => one.group === 'domestic' && isControlReached(one),
  );
}
