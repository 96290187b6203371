import { expect, it } from 'vitest';
import { live } from '../../accuracy/person.ts';
import { methodById } from '../../accuracy/situations/censor.ts';
import { aWorld } from '../../accuracy/situations/lines.ts';
import { hostsOf } from '../../accuracy/situations/services.ts';
import type { Situation } from '../../accuracy/situations/situation.ts';

/** So many checks by hand, a minute apart, meet the block; then it is gone. */
const checksBlocked = 2;

function liftedBlockOf(id: string): Situation {
  return {
    id: 'lifted',
    kind: 'interference',
    family: 'by hand',
    about: 'All names of one service are reset for two checks by hand.',
    byHand: true,
    create(setting) {
      const { catalog, random } = setting;
      const services = catalog.services.filter((one) => one.id === id);
      const period = { fromMs: 0, toMs: Number.POSITIVE_INFINITY };
      const world = aWorld(setting);
      const censor = methodById('reset on name');
      world.obstacles.push(
        censor.build({ hosts: hostsOf(...services), period, random, catalog }).obstacle,
      );
      return {
        world,
        conditions: [],
        roundEnds(round, nowMs) {
          if (round === checksBlocked - 1) period.toMs = nowMs + 1;
        },
      };
    },
  };
}

it.each(['facetime', 'viber'])(
  'a service with few hosts opens in the check that a person asks for: %s',
  async (id) => {
    const shown: (string | undefined)[][] = [];
    const person = { situation: liftedBlockOf(id), seeds: [3, 1], rounds: checksBlocked + 1 };
    await live(person, ({ round }) => {
      const seen = round.services.find((one) => one.id === id);
      shown.push([seen?.state, seen?.confidence]);
    });

    expect(shown.map(([state]) => state)).toEqual(['blocked', 'blocked', 'ok']);
    expect(shown.at(-1)).toEqual(['ok', 'low']);
  },
);
