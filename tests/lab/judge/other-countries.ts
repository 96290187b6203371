import { countries } from '../../../lib/catalog/countries/index.ts';
import type { CountryData } from '../../../lib/catalog/country-schema.ts';
import { catalogFor } from '../../../lib/catalog/index.ts';
import type { Round } from '../../../lib/model/round.ts';
import { homeCountryOf } from '../../../lib/routing/home-country.ts';
import { usualTimeZone } from '../browsers/lab-browser.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { hostIn } from '../wire/hosts.ts';
import type { LogEntry } from '../world/description.ts';

/** Where the person of a scenario is at home; null where neither they nor the clock tell. */
export function homeOf({ browser = {} }: Scenario): string | null {
  return homeCountryOf(browser.settings?.homeCountry ?? null, browser.timeZone ?? usualTimeZone);
}

/**
 * Complaints about what a round says of a country that is not the person's home: an id of the country's own, or the
 * name of Russia, of which the code knows most.
 */
export function complaintsOfMention(scenario: Scenario, round: Round): string[] {
  const home = homeOf(scenario);
  const text = JSON.stringify({ ...round, services: round.services.map(({ reason }) => reason) });
  const ids = othersThan(home).flatMap(idsOf);
  const found = ids.filter((id) => text.includes(`"${id}"`));
  const named = home === 'RU' ? [] : (text.match(/russia|росси/gi) ?? []);
  return [...found, ...named].map(
    (one) => `round: mentions: found ${one}; allowed: nothing of a country other than ${home}`,
  );
}

/** Complaints about hosts that belong to another country alone, and were asked. */
export function complaintsOfContact(scenario: Scenario, log: readonly LogEntry[]): string[] {
  const home = homeOf(scenario);
  const own = new Set(urlsFor(home).map(hostIn));
  const foreign = new Set(
    othersThan(home)
      .flatMap((one) => urlsFor(one.country).map(hostIn))
      .filter((host) => !own.has(host)),
  );
  const asked = [...new Set(log.flatMap(({ name }) => name ?? []))];
  return asked
    .filter((name) => foreign.has(name))
    .map((name) => `lab: hosts: found ${name}; allowed: none of a country other than ${home}`);
}

function othersThan(home: string | null): CountryData[] {
  return countries.filter(({ country }) => country !== home);
}

function idsOf({
  controls,
  callControls = [],
  resolvers = [],
  echoes = [],
}: CountryData): string[] {
  return [...controls, ...callControls, ...resolvers, ...echoes].map(({ id }) => id);
}

/** All that a person at home there is asked about, with what is asked of everybody. */
function urlsFor(home: string | null): string[] {
  const { services, controls, callControls, resolvers, echoes, blockedCanaries, homeOnlySites } =
    catalogFor(home);
  return [
    ...services.flatMap(({ targets }) => targets.flatMap((target) => target.urls)),
    ...[controls, callControls, resolvers, echoes, blockedCanaries, homeOnlySites]
      .flat()
      .map(({ url }) => url),
  ];
}
