import { encode } from '@dnsquery/dns-packet';
import { expect, it, vi } from 'vitest';
import { aCatalog, aResolver } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import { aControllerWorld } from '../../helpers/controller-world.ts';
import { aFailedObservation } from '../../helpers/observations.ts';
import { aRoundWorld } from '../../helpers/round-world.ts';
import { aStanding, standingsOf } from '../../helpers/rounds.ts';

const name = 'web.chat.example';

const catalog = aCatalog({
  resolvers: ['one', 'two'].map((id) =>
    aResolver({ id, url: `https://${id}.trusted.example/dns-query` }),
  ),
});

const missed = aFailedObservation({
  failure: 'unknown_failure: net::ERR_NAME_NOT_RESOLVED',
  failedOperation: 'resolve',
});

const known = {
  body: encode({
    type: 'response',
    id: 0,
    flags: 0x0180,
    answers: [{ type: 'A', name, ttl: 60, data: '93.184.216.34' }],
  }),
};

/** A round in which a name is missed that was withheld an hour ago. */
async function check(routeSince?: (now: Date) => Promise<string>) {
  const round = aRoundWorld(({ url }) => {
    const { hostname } = new URL(url);
    if (hostname.endsWith('trusted.example')) return known;
    return hostname === name ? missed : {};
  });
  const standing = aStanding({ state: 'likely_blocked', withheld: [{ name, since: at(-3_600) }] });
  const world = aControllerWorld(round, {
    catalog,
    standings: standingsOf(standing),
    ...(routeSince && { routeSince }),
  });
  const end = world.ended();
  await world.controller.start('manual', null);
  const [chat] = (await end)?.services ?? [];
  return {
    seen: [chat?.roundState, chat?.confidence],
    tries: round.probed.filter((url) => url === `https://${name}/`).length,
    remembered: world.recorded[0]?.standings[0]?.withheld,
  };
}

it.each([
  ['where nothing is known of the route', undefined],
  ['on the same route', async () => at(-7_200)],
])('a name that is withheld again %s is proof', async (_case, routeSince) => {
  expect(await check(routeSince)).toEqual({
    seen: ['blocked', 'high'],
    tries: 3,
    remembered: [{ name, since: at(-3_600) }],
  });
});

it.each([
  ['that is the first after a start of the browser', async (now: Date) => now.toISOString()],
  ['on another route than then', async () => at(-60)],
])('a name that is withheld in a round %s is asked again and no proof', async (_case, since) => {
  expect(await check(since)).toEqual({
    seen: ['likely_blocked', 'medium'],
    tries: 4,
    remembered: [{ name, since: at(0) }],
  });
});

it('a name is no proof where the browser’s memory cannot be read', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();

  const { seen } = await check(() => Promise.reject(new Error('No memory')));

  expect(seen).toEqual(['likely_blocked', 'medium']);
  expect(warn).toHaveBeenCalled();
  warn.mockRestore();
});
