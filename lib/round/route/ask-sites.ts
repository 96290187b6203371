import type { Site, Target } from '../../catalog/schema.ts';
import { isReached } from '../../diagnose/network.ts';
import type { HttpObservation } from '../../observe/http.ts';
import { isReached as isAnswer } from '../../observe/judge.ts';
import { type LandmarkOutcomes, type SiteAnswer, siteOutcomes } from '../../routing/health.ts';
import { ask } from '../ask.ts';
import { attemptsOf, type RoundContext } from '../context.ts';
import { controlEvidence } from '../gate/gate.ts';

const firstCanaries = 2;

/** Whether each long-blocked site that was asked got through. */
export async function askCanaries(
  context: RoundContext,
  canaries: readonly Site[],
  servicesChecked: Promise<unknown>,
): Promise<SiteAnswer[]> {
  const askSome = (sites: readonly Site[]) =>
    answersOf(sites, (site) => getsIn(context, site, servicesChecked));
  const seen = await askSome(canaries.slice(0, firstCanaries));
  const alike =
    seen.length === firstCanaries && new Set(seen.map(({ isOpen }) => isOpen)).size === 1;
  return alike ? seen : [...seen, ...(await askSome(canaries.slice(firstCanaries)))];
}

async function answersOf(
  sites: readonly Site[],
  look: (site: Site) => Promise<boolean[]>,
): Promise<SiteAnswer[]> {
  const seen = sites.map(async (site) =>
    (await look(site)).map((isOpen) => ({ id: site.id, isOpen })),
  );
  return (await Promise.all(seen)).flat();
}

/** Empty where nothing can be said. */
async function getsIn(
  context: RoundContext,
  { url }: Site,
  servicesChecked: Promise<unknown>,
): Promise<boolean[]> {
  const { hostname } = new URL(url);
  if (!isPlanned(context, hostname)) return getsThrough(await ask(context, url));
  await servicesChecked;
  const seen = targetsOn(context, hostname)
    .flatMap((target) => attemptsOf(context, target))
    .filter(({ valid }) => valid);
  return seen.length === 0 ? [] : [seen.some(({ ok }) => ok)];
}

function isPlanned(context: RoundContext, host: string): boolean {
  const planned = new Set(
    context.record.plan.services.flatMap(({ id, depth }) => (depth === 'all' ? id : [])),
  );
  return context.catalog.services.some(
    ({ id, targets }) => planned.has(id) && targets.some((target) => isOn(target, host)),
  );
}

function targetsOn({ catalog }: RoundContext, host: string): Target[] {
  return catalog.services.flatMap(({ targets }) => targets).filter((target) => isOn(target, host));
}

function isOn({ urls }: Target, host: string): boolean {
  return urls.some((url) => new URL(url).hostname === host);
}

/** Whether each site that refuses callers from abroad let this one in; none where that would not tell. */
export async function askHomeOnly(
  context: RoundContext,
  sites: readonly Site[],
): Promise<SiteAnswer[]> {
  if (!domesticAnswers(context)) return [];
  return answersOf(sites, async ({ url }) => letIn(await ask(context, url)));
}

/**
 * At home they tell nothing of the route but that they live, and which do not: one whose certificate this
 * browser does not know, say.
 */
export async function seeHomeOnly(
  context: RoundContext,
  sites: readonly Site[],
): Promise<LandmarkOutcomes> {
  if (!domesticAnswers(context)) return siteOutcomes([]);
  return siteOutcomes(
    await answersOf(sites, async ({ url }) => {
      const seen = await ask(context, url);
      return seen?.valid === true ? [letIn(seen).includes(true)] : [];
    }),
  );
}

/** Empty where nothing can be said. */
function getsThrough(seen: HttpObservation | null): boolean[] {
  return seen?.valid === true ? [isAnswer(seen)] : [];
}

const certificateFailures = /^ssl_/;

/**
 * A page, or none. A certificate that this browser does not know, or a fault of the site, tells nothing;
 * 403 and silence are how the others are turned away.
 */
function letIn(seen: HttpObservation | null): boolean[] {
  if (seen?.valid !== true || certificateFailures.test(seen.failure ?? '')) return [];
  const { httpStatus } = seen;
  if (httpStatus !== null && httpStatus >= 500) return [];
  return [httpStatus !== null && httpStatus < 400];
}

/** Without them a silent home-only site is silent for everybody. */
function domesticAnswers(context: RoundContext): boolean {
  return controlEvidence(context).some((one) => one.group === 'domestic' && isReached(one));
}
