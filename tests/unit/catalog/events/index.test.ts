import { describe, expect, it } from 'vitest';
import { eventsAtHome } from '../../../../lib/catalog/events/index.ts';
import { builtIn } from '../../../../lib/catalog/index.ts';
import { eventIds } from '../../../../lib/model/known-event.ts';

const homes = [null, 'IR', 'RU', 'TR'];
const all = homes.flatMap((country) => eventsAtHome(country).events);
const ids = new Set(all.map(({ id }) => id));

describe('the known events', () => {
  it('are shown to those at home in their country alone, oldest first', () => {
    const inTurkey = eventsAtHome('TR').events.map(({ id }) => id);

    expect(inTurkey).toEqual(['tr-2025-03-19', 'tr-2025-09-08', 'messenger-2026-04-15']);
    expect(eventsAtHome('DE').events.map(({ id }) => id)).toEqual(['messenger-2026-04-15']);
    expect(eventsAtHome(null)).toMatchObject({ country: null, events: eventsAtHome('DE').events });
  });

  it('are all there, each with the day that its id names', () => {
    expect([...ids].toSorted()).toEqual(eventIds.toSorted());
    expect(all.filter(({ id, day }) => !id.endsWith(day))).toEqual([]);
    expect(all.filter(({ day }) => !/^202[56]-\d\d-\d\d$/.test(day))).toEqual([]);
  });

  it('concern services of the catalogue', () => {
    const known = new Set(builtIn.world.services.map(({ id }) => id));

    expect(all.flatMap(({ services }) => services).filter((id) => !known.has(id))).toEqual([]);
  });

  it('have sources, none of which it is dangerous anywhere to pass on', () => {
    const sources = all.flatMap((event) => event.sources);
    const hosts = sources.map((address) => new URL(address).hostname);

    expect(all.filter((event) => event.sources.length === 0)).toEqual([]);
    expect(sources.filter((address) => !address.startsWith('https://'))).toEqual([]);
    expect(
      hosts.filter((host) =>
        /meduza|moscowtimes|svoboda|rferl|currenttime|tvrain|zona\.media|theins|freedomhouse|hrw\.org|bellingcat|charter97|nexta|kayhan|vpn/.test(
          host,
        ),
      ),
    ).toEqual([]);
  });
});
