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
      found: [{ id: 'summary.all' }],
      isOld: false,
    });
  });

  it('is old where the last round saw none of them', () => {
    const services = [buildService({ roundState: 'insufficient' })];
    const round = { ...inNetwork({ state: 'offline' }), services };

    expect(situationOf({ ...seen, round })).toMatchObject({
      found: [{ id: 'summary.all' }],
      isOld: true,
    });
  });

  it('is not that all open where the last round saw them cut off', () => {
    const home = buildService({ id: 'max', name: 'Max' });
    const cut = buildService({ roundState: 'likely_blocked' });
    const round = { ...inNetwork({ state: 'allowlist' }), services: [cut, home] };

    expect(situationOf({ ...seen, round })).toMatchObject({
      found: [{ id: 'summary.again', values: { names: ['Signal'] } }],
      isOld: false,
    });
  });

  it('names beside its headline what needs another check', () => {
    const blocked = buildService({ id: 'a', name: 'A', state: 'blocked' });
    const cut = buildService({ roundState: 'likely_blocked' });
    const services = [blocked, cut, buildService({ id: 'max', name: 'Max' })];
    const round = { ...inNetwork({ state: 'allowlist' }), services };

    expect(situationOf({ ...seen, round })).toMatchObject({
      found: [{ id: 'summary.closed' }, { id: 'summary.again', values: { names: ['Signal'] } }],
    });
  });

  it('does not mention a route that is not to be shown', () => {
    const { routing } = aLook('vpn_likely', 'high');
    const round = { ...inNetwork({ state: 'allowlist' }), routing };

    expect(situationOf({ ...seen, round })).toMatchObject({
      found: [{ id: 'summary.all.detour' }],
    });
    expect(situationOf({ ...seen, round, gap: 'off' })).toMatchObject({
      found: [{ id: 'summary.all' }],
    });
  });

  it('is nothing where nothing is known', () => {
    const services = [buildService({ state: 'insufficient' })];
    const round = { ...inNetwork({ state: 'offline' }), services };

    expect(situationOf({ ...seen, round })).toMatchObject({ found: [] });
  });
});

describe('in a pause', () => {
  const pausedUntil = '2026-03-01T13:00:00.000Z';
  const paused = { ...seen, settings: someSettings({ pausedUntil }) };
  const known = (state: NetworkResult['state']) => inNetwork({ state });

  it('comes first, and says until when', () => {
    const forever = someSettings({ pausedUntil: 'resumed' });

    expect(situationOf({ ...paused, round: known('offline') })).toMatchObject({
      id: 'paused',
      title: { id: 'situation.paused' },
      at: pausedUntil,
    });
    expect(situationOf({ ...seen, settings: forever })).toMatchObject({
      title: { id: 'situation.paused-open' },
      at: null,
    });
  });

  it('names what else comes before the verdicts, as the last round saw it', () => {
    const services = [buildService({ state: 'insufficient' })];
    const round = { ...known('captive_portal'), services };

    expect(situationOf({ ...paused, round })).toMatchObject({
      text: { id: 'situation.portal' },
      found: [],
    });
    expect(situationOf({ ...paused, round: known('allowlist') })).toMatchObject({
      text: { id: 'situation.home-only' },
      found: [{ id: 'summary.all' }],
    });
    expect(situationOf({ ...paused, round: null })).toMatchObject({
      text: { id: 'situation.unchecked' },
    });
  });

  it('calls nothing old that the last round saw', () => {
    const services = [buildService({ roundState: 'insufficient' })];
    const round = { ...known('offline'), services };

    expect(situationOf(paused)).toMatchObject({
      text: null,
      found: [{ id: 'summary.all' }],
      isOld: false,
    });
    expect(situationOf({ ...paused, round })).toMatchObject({ isOld: true });
  });

  it('names nothing but the verdicts, as old ones, after six hours', () => {
    const later = new Date('2026-03-01T19:00:00.000Z');
    const forever = someSettings({ pausedUntil: 'resumed' });

    expect(
      situationOf({ ...seen, round: known('offline'), settings: forever, now: later }),
    ).toMatchObject({
      id: 'paused',
      text: null,
      found: [{ id: 'summary.all' }],
      isOld: true,
    });
  });

  it('says that a check told nothing, where nothing else explains it', () => {
    const services = [buildService({ state: 'insufficient' })];

    expect(situationOf({ ...paused, round: buildRound({ services }) })).toMatchObject({
      text: null,
      found: [{ id: 'summary.unknown' }],
      isOld: false,
    });
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

it('has its sentence only where it is not told what was found', () => {
  const services = [buildService({ state: 'insufficient' })];
  const round = inNetwork({ state: 'offline' });

  expect(situationOf({ ...seen, round })).toMatchObject({ text: null });
  expect(situationOf({ ...seen, round: { ...round, services } })).toMatchObject({
    text: { id: 'situation.offline.text' },
  });
});

it('names the missing permission, and not a network that could not be measured for want of it', () => {
  const services = [buildService({ state: 'insufficient', reason: 'needs-permission' })];
  const network = { ...buildRound().network, state: 'degraded', trouble: 'unmeasured' } as const;

  const situation = situationOf({ ...seen, round: buildRound({ services, network }) });

  expect(situation).toMatchObject({ id: 'no-permission' });
});
