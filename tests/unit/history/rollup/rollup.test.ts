import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inheritScopes } from '../../../../lib/history/rollup/inherit-scopes.ts';
import { dailySums, mergeRollups, rollUp } from '../../../../lib/history/rollup/rollup.ts';
import { type RoundSummary, summaryOf } from '../../../../lib/history/rollup/summary.ts';
import { bucketOf } from '../../../../lib/model/latency.ts';
import type { RoleResult, ServiceResult } from '../../../../lib/model/service.ts';
import { anyRound } from '../../../helpers/arbitrary-rounds.ts';
import { aFailure, anAttempt, anInvalidAttempt } from '../../../helpers/attempts.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import { aRound, aServiceResult, aTargetResult } from '../../../helpers/rounds.ts';

const web: RoleResult = { role: 'web', required: true, state: 'impaired', mechanisms: [] };
const chat = aServiceResult({
  state: 'impaired',
  roundState: 'ok',
  mechanisms: ['tls.reset.sni', 'dns.nxdomain'],
  roles: [{ ...web, mechanisms: ['tls.reset.sni', 'dns.nxdomain'] }],
  targets: [
    aTargetResult({
      attempts: [anAttempt({ totalMs: 100 }), aFailure('reset'), anInvalidAttempt()],
    }),
    aTargetResult({ id: 'chat/download', kind: 'download', attempts: [aFailure('timeout')] }),
    aTargetResult({ id: 'chat/media', role: 'media', attempts: [aFailure('timeout')] }),
  ],
});

function summaries(...services: (typeof chat)[][]): RoundSummary[] {
  return services.map((some, index) =>
    summaryOf(index + 1, aRound({ startedAt: at(900 * index), services: some })),
  );
}

describe('the summary of a round', () => {
  it('counts valid attempts by role, without transfers', () => {
    expect(summaries([chat])).toEqual([
      {
        number: 1,
        atMs: dateAt(0).getTime(),
        route: 'unknown',
        services: [
          {
            id: 'chat',
            state: 'impaired',
            roundState: 'ok',
            mechanisms: ['tls.reset.sni', 'dns.nxdomain'],
            roles: [
              {
                role: 'web',
                state: 'impaired',
                mechanisms: ['tls.reset.sni', 'dns.nxdomain'],
                tries: 2,
                failures: 1,
                times: [bucketOf(100)],
              },
            ],
          },
        ],
      },
    ]);
  });
});

describe('the roles of a summary', () => {
  it('are those that the round looked at', () => {
    const role = { required: false, mechanisms: [] };
    const roles = [
      { ...role, role: 'web', state: 'insufficient' },
      { ...role, role: 'media', state: 'insufficient' },
      { ...role, role: 'calls', state: 'ok' },
    ] as const;
    const seen = { ...chat, roles: roles.map((one) => ({ ...one, mechanisms: [] })) };
    const targets = [aTargetResult({ attempts: [aFailure('reset')] })];

    const [summary] = summaries([{ ...seen, targets }]);

    expect(summary?.services[0]?.roles.map((one) => one.role)).toEqual(['web', 'calls']);
  });
});

describe('a rollup', () => {
  it('adds up states, sets of mechanisms, failures and times', () => {
    const reversed = { ...chat, mechanisms: chat.mechanisms.toReversed() };
    const fine = aServiceResult({ roles: [web] });

    expect(dailySums(summaries([chat], [reversed], [fine]))).toEqual([
      {
        service: 'chat',
        route: 'unknown',
        states: { impaired: 2, ok: 1 },
        mechanisms: { 'dns.nxdomain|tls.reset.sni': 2 },
        tries: 4,
        failures: 2,
        times: { [bucketOf(100)]: 2 },
        roles: {
          web: {
            states: { impaired: 3 },
            mechanisms: { 'dns.nxdomain|tls.reset.sni': 2 },
            tries: 4,
            failures: 2,
          },
        },
      },
    ]);
  });

  it('keeps services and routes apart', () => {
    const [one, other] = summaries([chat, aServiceResult({ id: 'other' })], [chat]);
    const over = [one, { ...other, route: 'direct' }] as RoundSummary[];

    expect(dailySums(over).map(({ service, route }) => [service, route])).toEqual([
      ['chat', 'unknown'],
      ['other', 'unknown'],
      ['chat', 'direct'],
    ]);
  });

  it('of several periods is that of all their rounds', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyRound, { maxLength: 3 }), { maxLength: 3 }), (periods) => {
        const all = periods.map((rounds) =>
          inheritScopes(rounds.map((round) => summaryOf(1, round))),
        );

        expect(mergeRollups(all.flatMap(rollUp))).toEqual(rollUp(all.flat()));
      }),
    );
  });
});

it('counts apart what did not open as part of a network that is shut', () => {
  const silent: RoleResult = { ...web, state: 'likely_blocked' };
  const shut = aServiceResult({
    state: 'likely_blocked',
    roundState: 'likely_blocked',
    scope: 'network',
    roles: [silent],
    targets: [aTargetResult({ attempts: [aFailure('timeout')] })],
  });
  const first = { ...shut, state: 'ok' } as const;
  const proven = { ...shut, state: 'blocked' } as const;
  const own = { ...shut, scope: 'service' } as const;

  expect(dailySums(summaries([first], [shut], [shut], [proven], [own]))).toMatchObject([
    {
      states: { ok: 1, network: 2, blocked: 1, likely_blocked: 1 },
      roles: { web: { states: { network: 4, likely_blocked: 1 } } },
    },
  ]);
});

it('counts so what the network leaves behind, but uses as the round saw them', () => {
  const silent: RoleResult = { ...web, state: 'likely_blocked' };
  const shut = aServiceResult({
    state: 'likely_blocked',
    roundState: 'likely_blocked',
    scope: 'network',
    roles: [silent],
  });
  const after = { ...shut, roundState: 'impaired', scope: 'service' } as const;

  expect(dailySums(summaries([shut], [after]))).toMatchObject([
    { states: { network: 2 }, roles: { web: { states: { network: 1, likely_blocked: 1 } } } },
  ]);
});

it('counts a round that measured nothing as a gap, though the state lasts', () => {
  const unseen = { ...chat, state: 'ok', roundState: 'insufficient' } as const;

  expect(dailySums(summaries([chat], [unseen]))).toMatchObject([
    { states: { impaired: 1, insufficient: 1 } },
  ]);
});

it('counts calls beside a blocked service as unknown where their own servers answer', () => {
  const roles = (['calls', 'media'] as const).map(
    (role): RoleResult => ({ ...web, role, state: 'ok' }),
  );
  const beside = (state: ServiceResult['state']) => [aServiceResult({ state, roles })];

  const [sum] = dailySums(summaries(beside('ok'), beside('blocked'), beside('likely_blocked')));

  expect(sum?.roles).toMatchObject({
    calls: { states: { ok: 1, insufficient: 2 } },
    media: { states: { ok: 3 } },
  });
});

it('counts calls that fail beside a blocked service as they were seen', () => {
  const roles: RoleResult[] = [{ ...web, role: 'calls', state: 'down' }];

  const [sum] = dailySums(summaries([aServiceResult({ state: 'blocked', roles })]));

  expect(sum?.roles.calls?.states).toEqual({ down: 1 });
});
