import { describe, expect, it } from 'vitest';
import type { World } from '../../accuracy/browser/world.ts';
import { allowlist, domesticHosts } from '../../accuracy/situations/censor.ts';
import { aWorld } from '../../accuracy/situations/lines.ts';
import type { Setting } from '../../accuracy/situations/situation.ts';
import { aTimedRound } from '../../helpers/timed-round.ts';

const seeds = [1, 2, 3, 4];

/** Every answer over TLS from abroad takes so long, in milliseconds. */
function slowAbroad(milliseconds: number) {
  return (setting: Setting): World => {
    const world = aWorld(setting, { loss: () => false });
    const atHome = domesticHosts(setting.catalog);
    world.delays.push(({ host, secure }, step) =>
      step === 'request' && secure && !atHome.has(host) ? milliseconds : 0,
    );
    return world;
  };
}

function closedAbroad(setting: Setting): World {
  const world = aWorld(setting, { loss: () => false });
  const always = { fromMs: 0, toMs: Number.POSITIVE_INFINITY };
  world.obstacles.push(allowlist({ catalog: setting.catalog, period: always }));
  return world;
}

/** The network and the states of services abroad, as a round ended. */
async function atTheEnd(createWorld: (setting: Setting) => World, asksThroughDetour: boolean) {
  const rounds = [];
  for (const seed of seeds)
    rounds.push(await aTimedRound(createWorld, { seed, asksThroughDetour }));
  const networks = rounds.map(({ round }) => `${round.network.state} ${round.network.confidence}`);
  const states = rounds.flatMap(({ round }) =>
    round.services.flatMap(({ id, state }) => (['max', 'vk'].includes(id) ? [] : state)),
  );
  return { networks: new Set(networks), states: new Set(states) };
}

describe.each([
  ['at once', true],
  ['last', false],
])('sites at home alone answer in time, where they are asked %s', (_when, asksThroughDetour) => {
  it.each([8_000, 13_000])('and others after %i ms: it is no list', async (milliseconds) => {
    const { networks, states } = await atTheEnd(slowAbroad(milliseconds), asksThroughDetour);

    expect(networks).toEqual(new Set(['degraded low']));
    expect(states).not.toContain('likely_blocked');
  });

  it('and others never: it is a list', async () => {
    const { networks, states } = await atTheEnd(closedAbroad, asksThroughDetour);

    expect(networks).toEqual(new Set(['allowlist medium']));
    expect(states).toEqual(new Set(['likely_blocked']));
  });
});
