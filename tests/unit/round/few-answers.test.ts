import { describe, expect, it } from 'vitest';
import { silence } from '../../accuracy/browser/flow.ts';
import type { World } from '../../accuracy/browser/world.ts';
import { aWorld } from '../../accuracy/situations/lines.ts';
import type { Setting } from '../../accuracy/situations/situation.ts';
import { aTimedRound } from '../../helpers/timed-round.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

/** A line on which one service alone opens. */
function onlyOne(open: string, roundTripMs: number) {
  return (setting: Setting): World => {
    const world = aWorld(setting, { roundTripMs, loss: () => false, jitter: 0.05 });
    const { targets = [] } = setting.catalog.services.find(({ id }) => id === open) ?? {};
    const hosts = targets.flatMap(({ urls }) => urls.map((url) => new URL(url).hostname));
    world.obstacles.push(({ host }, step) =>
      step === 'connect' && !hosts.includes(host) ? silence : null,
    );
    return world;
  };
}

/** Nothing comes back, be it from a resolver. */
function offline(setting: Setting): World {
  const world = aWorld(setting, { loss: () => false });
  world.obstacles.push((_flow, step) => (step === 'start' ? null : silence));
  return world;
}

describe('where no control answers', () => {
  it.each([60, 600, 650, 700])(
    'a service that opens is seen on a line of %i ms',
    async (roundTripMs) => {
      for (const seed of seeds) {
        const { round } = await aTimedRound(onlyOne('whatsapp', roundTripMs), { seed });

        expect(round.network).toMatchObject({ state: 'allowlist' });
        expect(round.services.find(({ id }) => id === 'whatsapp')?.state).toBe('ok');
      }
    },
  );

  // Home is asked last by default.
  it.each([
    [true, 15],
    [false, 18.5],
  ])(
    'nor a service, that is said soon (home asked at once: %s, within %s s)',
    async (asksThroughDetour, limit) => {
      for (const seed of seeds) {
        for (const restMs of [1_000, 2_000]) {
          const options = { seed, restMs, asksThroughDetour };
          const { round, statesAfter } = await aTimedRound(offline, options);

          expect(round.network.state).toBe('offline');
          expect(statesAfter).toBeLessThanOrEqual(limit);
        }
      }
    },
  );
});
