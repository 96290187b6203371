import { expect, it } from 'vitest';
import { badgeFor } from '../../../lib/view/badge.ts';
import { buildRound, buildService } from './build-round.ts';

it('shows nothing where all gets through', () => {
  expect(badgeFor(buildRound())).toMatchObject({ text: '', title: { id: 'badge.clear' } });
});

it('counts what is blocked and what is probably blocked', () => {
  const services = (['ok', 'blocked', 'likely_blocked', 'down', 'impaired'] as const).map((state) =>
    buildService({ id: state, state }),
  );

  const badge = badgeFor(buildRound({ services }));

  expect(badge.text).toBe('2');
  expect(badge.title).toEqual({ id: 'badge.closed', values: { count: 2 } });
});

it('says that it does not know before the first check', () => {
  expect(badgeFor(null)).toMatchObject({ text: '?', title: { id: 'badge.none' } });
});

it.each(['allowlist', 'captive_portal', 'offline', 'degraded'] as const)(
  'counts nothing while the network is %s',
  (state) => {
    const round = buildRound({ services: [buildService({ state: 'blocked' })] });

    const badge = badgeFor({ ...round, network: { ...round.network, state } });

    expect(badge).toMatchObject({ text: '?', title: { id: 'badge.unknown' } });
  },
);

it('says that it does not know where nothing could be told of any service', () => {
  const services = [buildService({ state: 'insufficient' })];

  expect(badgeFor(buildRound({ services })).text).toBe('?');
});
