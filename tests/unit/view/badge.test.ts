import { expect, it } from 'vitest';
import type { Round } from '../../../lib/model/round.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import type { NetworkState } from '../../../lib/model/state.ts';
import { badgeFor } from '../../../lib/view/badge.ts';
import { buildRound, buildService } from './build-round.ts';

const now = new Date('2026-03-01T12:05:00.000Z');
const open = { discreet: false, pausedUntil: null, now };

function inNetwork(state: NetworkState, round: Round): Round {
  return { ...round, network: { ...round.network, state } };
}

it('is empty where every service opens', () => {
  expect(badgeFor(buildRound(), open)).toMatchObject({ text: '', title: { id: 'badge.clear' } });
});

it.each(['2026-03-01T18:01:00.000Z', '2026-02-28T12:00:00.000Z'])(
  'tells no number of a check that is old, or dated ahead, as if it were so now (%s)',
  (time) => {
    const round = buildRound({ services: [buildService({ state: 'blocked' })] });

    expect(badgeFor(round, { ...open, now: new Date('2026-03-01T18:00:00.000Z') }).text).toBe('1');
    expect(badgeFor(round, { ...open, now: new Date(time) })).toMatchObject({
      text: '?',
      title: { id: 'badge.stale' },
    });
  },
);

it('counts blocked and likely blocked services', () => {
  const services = (['ok', 'blocked', 'likely_blocked', 'down', 'impaired'] as const).map((state) =>
    buildService({ id: state, state }),
  );

  const badge = badgeFor(buildRound({ services }), open);

  expect(badge.text).toBe('2');
  expect(badge.title).toEqual({ id: 'badge.closed', values: { count: 2 } });
});

it('sees no all-clear where some services work only in part', () => {
  const services = (['ok', 'impaired', 'down', 'impaired'] as const).map((state) =>
    buildService({ id: state, state }),
  );

  expect(badgeFor(buildRound({ services }), open)).toMatchObject({
    text: '½',
    title: { id: 'badge.part', values: { count: 2 } },
  });
});

it('sees no blocking in an outage', () => {
  const services = [buildService({ state: 'down' })];

  expect(badgeFor(buildRound({ services }), open)).toMatchObject({
    text: '',
    title: { id: 'badge.clear' },
  });
});

it('sees no all-clear where the last check saw that something does not open', () => {
  const cut = buildService({ state: 'ok', roundState: 'likely_blocked' });

  expect(badgeFor(buildRound({ services: [buildService(), cut] }), open)).toMatchObject({
    text: '',
    title: { id: 'badge.again' },
  });
});

it('sees no all-clear where what opened at once needs another check', () => {
  const opened = buildService({ confidence: 'low' });

  expect(badgeFor(buildRound({ services: [buildService(), opened] }), open)).toMatchObject({
    text: '',
    title: { id: 'badge.again' },
  });
});

it('counts no service of one’s own', () => {
  const own = buildService({ id: 'own-1', state: 'blocked' });

  expect(badgeFor(buildRound({ services: [buildService(), own] }), open).text).toBe('');
});

it('counts nothing that was left out through a detour, as the headline does not', () => {
  const unasked = buildService({
    id: 'max',
    state: 'blocked',
    roundState: 'insufficient',
    reason: 'not-through-detour',
  });

  expect(badgeFor(buildRound({ services: [buildService(), unasked] }), open).text).toBe('');
  expect(badgeFor(buildRound({ services: [unasked] }), open).text).toBe('?');
});

it.each(['resumed', '2026-03-01T12:06:00.000Z'])(
  'says while checks are paused (%s) that nothing is checked, and not what once was seen',
  (pausedUntil) => {
    const round = buildRound({ services: [buildService({ state: 'blocked' })] });

    expect(badgeFor(round, { ...open, pausedUntil })).toMatchObject({
      text: 'II',
      title: { id: 'badge.paused' },
    });
    expect(badgeFor(round, { ...open, pausedUntil, discreet: true }).text).toBe('');
  },
);

it('goes on as before once a pause has ended', () => {
  const ended = { ...open, pausedUntil: '2026-03-01T12:04:00.000Z' };

  expect(badgeFor(null, ended).title).toEqual({ id: 'badge.none' });
});

it('shows a question mark before the first check', () => {
  expect(badgeFor(null, open)).toMatchObject({ text: '?', title: { id: 'badge.none' } });
});

const behindAllowlist = (services: ServiceResult[]) =>
  badgeFor(inNetwork('allowlist', buildRound({ services })), open);

it('counts what does not open where only some sites do, as the popup does', () => {
  const max = buildService({ id: 'max' });
  const closed = buildService({ state: 'likely_blocked', scope: 'network' });

  expect(behindAllowlist([closed, max])).toMatchObject({
    text: '1',
    title: { id: 'badge.closed', values: { count: 1 } },
  });
});

it('sees no all-clear where only some sites open', () => {
  expect(behindAllowlist([buildService({ id: 'max' })])).toMatchObject({
    text: '!',
    title: { id: 'badge.narrow' },
  });
});

it('shows a question mark where only some sites open and no service has a verdict', () => {
  expect(behindAllowlist([buildService({ state: 'insufficient' })]).text).toBe('?');
});

it.each(['captive_portal', 'offline', 'degraded'] as const)(
  'shows no count while the network is %s',
  (state) => {
    const round = buildRound({ services: [buildService({ state: 'blocked' })] });

    const badge = badgeFor(inNetwork(state, round), open);

    expect(badge).toMatchObject({ text: '?', title: { id: 'badge.unknown' } });
  },
);

it('shows a question mark where no service has a verdict', () => {
  const services = [buildService({ state: 'insufficient' })];

  expect(badgeFor(buildRound({ services }), open).text).toBe('?');
});

it.each([null, buildRound({ services: [buildService({ state: 'blocked' })] })])(
  'shows nothing of the results where it is to be discreet',
  (round) => {
    expect(badgeFor(round, { ...open, discreet: true })).toMatchObject({
      icon: 'plain',
      text: '',
      title: { id: 'badge.discreet' },
    });
  },
);
