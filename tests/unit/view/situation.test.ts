import { describe, expect, it } from 'vitest';
import type { NetworkResult } from '../../../lib/model/network.ts';
import { fullEveryMs } from '../../../lib/model/plan.ts';
import type { Round } from '../../../lib/model/round.ts';
import { holdsMs } from '../../../lib/view/route.ts';
import { situationOf } from '../../../lib/view/situation.ts';
import { someSettings } from '../../helpers/settings.ts';
import { aLook, buildProgress, buildRound, buildService, noLook } from './build-round.ts';

const now = new Date('2026-03-01T12:03:00.000Z');
const settings = someSettings();
const seen = { round: buildRound(), progress: null, settings, now, ...noLook };

function inNetwork(network: Partial<NetworkResult>): Round {
  const round = buildRound();
  return { ...round, network: { ...round.network, ...network } };
}

it('is none where the verdicts are what a person came for', () => {
  expect(situationOf(seen)).toBeNull();
});

it('is none while a check runs, which will tell', () => {
  const progress = buildProgress([{}]);

  expect(situationOf({ ...seen, round: null, progress })).toBeNull();
  expect(situationOf({ ...seen, round: inNetwork({ state: 'offline' }), progress })).toBeNull();
});

it.each([
  [{ state: 'offline' }, 'offline'],
  [{ state: 'captive_portal' }, 'portal'],
  [{ state: 'degraded', trouble: 'clock' }, 'clock'],
  [{ state: 'degraded', trouble: 'certificates' }, 'certificates'],
  [{ state: 'degraded', trouble: 'resolver' }, 'names'],
  [{ state: 'degraded', trouble: 'proxy' }, 'proxy'],
  [{ state: 'degraded', trouble: 'slow' }, 'unsteady'],
  [{ state: 'degraded' }, 'unsteady'],
  [{ state: 'allowlist' }, 'home-only'],
  [{ state: 'allowlist', trouble: 'only-services' }, 'some-only'],
] as const)('follows the network: %j', (network, id) => {
  const round = inNetwork(network);

  expect(situationOf({ ...seen, round })).toMatchObject({ id, title: { id: `situation.${id}` } });
});

describe('what was found', () => {
  it('is told where the last round saw some services', () => {
    const round = inNetwork({ state: 'allowlist' });

    expect(situationOf({ ...seen, round })).toMatchObject({
      found: { id: 'summary.all' },
      isOld: false,
    });
  });

  it('is old where the last round saw none of them', () => {
    const services = [buildService({ roundState: 'insufficient' })];
    const round = { ...inNetwork({ state: 'offline' }), services };

    expect(situationOf({ ...seen, round })).toMatchObject({
      found: { id: 'summary.all' },
      isOld: true,
    });
  });

  it('is not that all open where the last round saw them cut off', () => {
    const home = buildService({ id: 'max', name: 'Max' });
    const cut = buildService({ roundState: 'likely_blocked' });
    const round = { ...inNetwork({ state: 'allowlist' }), services: [cut, home] };

    expect(situationOf({ ...seen, round })).toMatchObject({
      found: { id: 'summary.again', values: { names: ['Signal'] } },
      isOld: false,
    });
  });

  it('does not mention a route that is not to be shown', () => {
    const { routing } = aLook('vpn_likely', 'high');
    const round = { ...inNetwork({ state: 'allowlist' }), routing };

    expect(situationOf({ ...seen, round })).toMatchObject({ found: { id: 'summary.all.detour' } });
    expect(situationOf({ ...seen, round, gap: 'off' })).toMatchObject({
      found: { id: 'summary.all' },
    });
  });

  it('is nothing where nothing is known', () => {
    const services = [buildService({ state: 'insufficient' })];
    const round = { ...inNetwork({ state: 'offline' }), services };

    expect(situationOf({ ...seen, round })).toMatchObject({ found: null });
  });
});

it('says first that checks are paused', () => {
  const pausedUntil = '2026-03-01T13:00:00.000Z';
  const round = inNetwork({ state: 'offline' });

  expect(situationOf({ ...seen, round, settings: someSettings({ pausedUntil }) })).toMatchObject({
    id: 'paused',
    at: pausedUntil,
    isOld: true,
  });
  const forever = someSettings({ pausedUntil: 'resumed' });
  expect(situationOf({ ...seen, settings: forever })).toMatchObject({
    title: { id: 'situation.paused-open' },
    at: null,
  });
});

it('is stale once a full round is due', () => {
  expect(holdsMs).toBe(fullEveryMs);
});

it('is stale after six hours', () => {
  const at = (time: string) => situationOf({ ...seen, now: new Date(`2026-03-01T${time}Z`) });

  expect(at('18:00:20.000')).toBeNull();
  expect(at('18:00:21.000')).toMatchObject({ id: 'stale', at: '2026-03-01T12:00:20.000Z' });
});

it('is stale where a clock that was ahead dated it, as its age is not known', () => {
  const at = (moment: string) => situationOf({ ...seen, now: new Date(moment) });

  expect(at('2026-02-27T12:00:00.000Z')).toMatchObject({ id: 'stale' });
  expect(at('2026-03-01T11:55:00.000Z')).toBeNull();
});

it('asks for the permission only where all services lack it', () => {
  const forbidden = buildService({ state: 'insufficient', reason: 'needs-permission' });

  const of = (services: Round['services']) =>
    situationOf({ ...seen, round: buildRound({ services }) });

  expect(of([forbidden])).toMatchObject({ id: 'no-permission' });
  expect(of([forbidden, buildService()])).toBeNull();
});

it('names the missing permission, and not a network that could not be measured for want of it', () => {
  const services = [buildService({ state: 'insufficient', reason: 'needs-permission' })];
  const network = { ...buildRound().network, state: 'degraded', trouble: 'unmeasured' } as const;

  const situation = situationOf({ ...seen, round: buildRound({ services, network }) });

  expect(situation).toMatchObject({ id: 'no-permission' });
});
