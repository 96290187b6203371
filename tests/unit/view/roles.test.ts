import { expect, it } from 'vitest';
import type { RoleResult } from '../../../lib/model/service.ts';
import { roleViews } from '../../../lib/view/roles.ts';
import { buildService } from './build-round.ts';

function aRole(part: Partial<RoleResult>): RoleResult {
  return { role: 'web', required: true, state: 'ok', mechanisms: [], ...part };
}

it('puts what people do before what carries it', () => {
  const roles = (['api', 'web', 'calls', 'messages'] as const).map((role) => aRole({ role }));

  const shown = roleViews(buildService({ roles }));

  expect(shown.map(({ role }) => role)).toEqual(['messages', 'calls', 'web', 'api']);
});

it.each(['blocked', 'likely_blocked'] as const)(
  'shows no calls as open where the service is %s',
  (state) => {
    const roles = [aRole({ role: 'calls' }), aRole({ role: 'media' })];

    const shown = roleViews(buildService({ state, roles }));

    expect(shown.map((one) => `${one.role} ${one.state} ${one.text.id}`)).toEqual([
      'media ok part.ok',
      'calls insufficient roles.calls-alone',
    ]);
  },
);

it.each([
  ['ok', 'blocked', 'insufficient'],
  ['blocked', 'ok', 'ok'],
] as const)('shows of calls what the check saw: %s, now %s', (state, roundState, calls) => {
  const roles = [aRole({ role: 'calls' })];

  const [shown] = roleViews(buildService({ state, roundState, roles }));

  expect(shown?.state).toBe(calls);
});

it('tells what neutral servers show of calls', () => {
  const roles = [aRole({ role: 'calls', state: 'insufficient', reason: 'calls-path-open' })];

  expect(roleViews(buildService({ roles }))).toEqual([
    {
      role: 'calls',
      state: 'insufficient',
      text: { id: 'reason.calls-path-open', values: { name: 'Signal' } },
    },
  ]);
});

it('lists no uses of a service that was not asked: the path of calls says nothing of it', () => {
  const calls = aRole({ role: 'calls', required: false, reason: 'calls-path-open' });
  const roles = [aRole({ state: 'insufficient' }), { ...calls, state: 'insufficient' as const }];
  const unasked = { state: 'insufficient', reason: 'not-through-detour' } as const;

  expect(roleViews(buildService({ ...unasked, roles }))).toEqual([]);
});
