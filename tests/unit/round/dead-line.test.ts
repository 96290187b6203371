import { expect, it } from 'vitest';
import { silence } from '../../accuracy/browser/flow.ts';
import type { World } from '../../accuracy/browser/world.ts';
import { aWorld } from '../../accuracy/situations/lines.ts';
import type { Setting } from '../../accuracy/situations/situation.ts';
import { aTimedRound } from '../../helpers/timed-round.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

/** Nothing comes back from so many seconds after the start on. */
function dyingAfter(seconds: number) {
  return (setting: Setting): World => {
    const world = aWorld(setting, { roundTripMs: 60, loss: () => false });
    world.obstacles.push((_flow, step, atMs) =>
      step !== 'start' && atMs >= setting.startMs + seconds * 1_000 ? silence : null,
    );
    return world;
  };
}

it.each([
  ['services are asked', 0.8, 60],
  ['their other targets are asked', 1.5, 70],
  ['much is transferred', 3, 62],
])(
  'a line that dies for good while %s (from %s s on) is told of within %s s',
  async (_what, seconds, limit) => {
    for (const seed of seeds) {
      const { statesAfter, states } = await aTimedRound(dyingAfter(seconds), { seed });

      expect(statesAfter).toBeLessThanOrEqual(limit);
      expect(states.network).toMatchObject({ state: 'degraded', trouble: 'broke-down' });
      expect(states.services.map(({ state }) => state)).toEqual(
        states.services.map(() => expect.stringMatching(/^(ok|insufficient)$/)),
      );
    }
  },
);
