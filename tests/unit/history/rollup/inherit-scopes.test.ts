import { expect, it } from 'vitest';
import { inheritScopes } from '../../../../lib/history/rollup/inherit-scopes.ts';
import { type RoundSummary, summaryOf } from '../../../../lib/history/rollup/summary.ts';
import type { Scope, ServiceState } from '../../../../lib/model/state.ts';
import { at } from '../../../helpers/clock.ts';
import { aRound, aServiceResult } from '../../../helpers/rounds.ts';

type Seen = [state: ServiceState, roundState: ServiceState, scope?: Scope];

function scopesOf(...rounds: Seen[]) {
  const summaries = rounds.map(([state, roundState, scope = 'service'], index): RoundSummary => {
    const services = [aServiceResult({ state, roundState, scope })];
    return summaryOf(index, aRound({ startedAt: at(900 * index), services }));
  });
  return inheritScopes(summaries).map(({ services }) => services[0]?.stateScope);
}

const shut: Seen = ['likely_blocked', 'likely_blocked', 'network'];
const blocked: Seen = ['likely_blocked', 'likely_blocked'];

it.each(['ok', 'impaired', 'down'] as const)(
  'keeps that the network was shut until another state is confirmed: %s',
  (seen) => {
    expect(
      scopesOf(
        shut,
        ['likely_blocked', seen],
        ['insufficient', 'insufficient'],
        ['likely_blocked', seen],
        [seen, seen],
        ['likely_blocked', 'ok'],
      ),
    ).toEqual(['network', 'network', 'service', 'network', 'service', 'service']);
  },
);

it('keeps it no longer where the service fails by itself', () => {
  expect(scopesOf(shut, blocked, ['likely_blocked', 'ok'])).toEqual([
    'network',
    'service',
    'service',
  ]);
});

it('begins where a round saw it by itself', () => {
  expect(scopesOf(['likely_blocked', 'ok'], shut)).toEqual(['service', 'network']);
});

it('keeps services apart', () => {
  const services = [
    aServiceResult({ state: 'likely_blocked', roundState: 'likely_blocked', scope: 'network' }),
    aServiceResult({ id: 'talk', state: 'likely_blocked', roundState: 'likely_blocked' }),
  ];
  const after = services.map((one) => ({ ...one, roundState: 'ok', scope: 'service' }) as const);
  const rounds = [services, after].map((some, index) =>
    summaryOf(index, aRound({ services: some })),
  );

  expect(inheritScopes(rounds)[1]?.services.map(({ stateScope }) => stateScope)).toEqual([
    'network',
    'service',
  ]);
});
