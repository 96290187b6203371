import { describe, expect, it } from 'vitest';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import { controlAsker } from '../../../../lib/round/gate/controls.ts';
import { createGatekeeper } from '../../../../lib/round/gate/gatekeeper.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import type { RoundTools } from '../../../../lib/round/round-tools.ts';
import { aCatalog, aControl } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { anOpenRound, aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const old: Partial<HttpObservation> = { reusedConnection: true };
const fresh: Partial<HttpObservation> = { reusedConnection: false };

const witnesses = ['a', 'b'].map((id) =>
  aControl({ id, operator: id, pulse: false, url: `https://${id}.witness.example/` }),
);

interface Network {
  /** Of requests of the worker; those of the frames, if the browser has any. */
  worker: Partial<HttpObservation>;
  frames?: Partial<HttpObservation>;
  sites?: typeof witnesses;
}

/** Gates one after another, with the hosts asked by the worker, and by frames after a slash. */
async function gatesOf(count: number, { worker, frames, sites = witnesses }: Network) {
  const asked: string[] = [];
  const ask =
    (mark: string, seen: Partial<HttpObservation>) =>
    ({ url }: { url: string }) => {
      asked.push(mark + new URL(url).hostname.split('.')[0]);
      return seen;
    };
  const inFrames = frames && aRoundWorld(ask('/', frames)).tools.probe;
  const overrides: Partial<RoundTools> = inFrames ? { probeFreshly: inFrames } : {};
  const world = aRoundWorld(ask('', worker), overrides);
  const catalog = aCatalog({ controls: [aControl()], witnesses: sites });
  const round = anOpenRound(world, { catalog, record: emptyRecord(aPlan()) });
  const gatekeeper = createGatekeeper(round);
  const passed: boolean[] = [];
  for (let gate = 0; gate < count; gate += 1) passed.push(await gatekeeper.passesNow());
  return { passed, asked };
}

describe('a gate at which a site answers over a connection from before the round', () => {
  it('asks it again over a new one', async () => {
    expect(await gatesOf(1, { worker: old, frames: fresh })).toEqual({
      passed: [true],
      asked: ['a', '/a'],
    });
  });

  it('does not pass where nothing gets through over a new one', async () => {
    const { passed } = await gatesOf(3, { worker: old, frames: aFailedObservation() });

    expect(passed).toEqual([false, false, false]);
  });

  it('passes in a browser that allows no other', async () => {
    expect(await gatesOf(1, { worker: old })).toEqual({ passed: [true], asked: ['a'] });
  });

  it('asks over new ones alone once it knows of old ones', async () => {
    const [site] = witnesses;
    const { passed, asked } = await gatesOf(2, {
      worker: old,
      frames: fresh,
      sites: site ? [site] : [],
    });

    expect(passed).toEqual([true, true]);
    expect(asked).toEqual(['a', '/a', '/a']);
  });
});

it('a gate at which a site answers over a new connection asks it once', async () => {
  expect(await gatesOf(1, { worker: fresh, frames: fresh })).toEqual({
    passed: [true],
    asked: ['a'],
  });
});

describe('a gate at which all sites that are left fail, in a browser that opens no new connections', () => {
  const portal = aControl({
    id: 'portal',
    group: 'portal',
    url: 'http://portal.example/',
    status: 200,
  });

  async function gateOf({
    known = [] as string[],
    portals = {} as Partial<HttpObservation>,
    isAnswered = true,
    frames = null as Partial<HttpObservation> | null,
  }) {
    const inFrames = frames && aRoundWorld(() => frames).tools.probe;
    let opened = 0;
    const world = aRoundWorld(
      ({ url }) => {
        if (url.includes('portal')) return portals;
        if (url.includes('witness')) return aFailedObservation();
        opened += 1;
        return opened === 1 ? fresh : old;
      },
      inFrames ? { probeFreshly: inFrames } : {},
    );
    const catalog = aCatalog({ controls: [aControl(), portal], witnesses });
    const record = emptyRecord(aPlan({ answeredControls: known }));
    const round = anOpenRound(world, { catalog, record });
    if (isAnswered) await controlAsker(round, round.opening.timeouts)([aControl()]);
    return createGatekeeper(round).passesNow();
  }

  it('passes by sites that answered, as those never did here', async () => {
    expect(await gateOf({})).toBe(true);
    expect(await gateOf({ known: ['another'] })).toBe(true);
  });

  it.each([
    ['one of them is known to answer here', { known: ['b'] }],
    ['a portal answers', { portals: { httpStatus: 302, redirectUrl: 'http://portal.net/' } }],
    ['nothing has answered', { isAnswered: false }],
    ['it does open new ones', { frames: aFailedObservation() }],
  ])('does not pass where %s', async (_case, circumstances) => {
    expect(await gateOf(circumstances)).toBe(false);
  });
});
