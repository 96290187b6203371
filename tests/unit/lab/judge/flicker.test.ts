import { expect, it } from 'vitest';
import type { Round } from '../../../../lib/model/round.ts';
import type { NetworkState, ServiceState } from '../../../../lib/model/state.ts';
import { aRound, aServiceResult } from '../../../helpers/rounds.ts';
import { complaintsOfFlicker } from '../../../lab/judge/flicker.ts';

const normal: { network: NetworkState[] } = { network: ['normal'] };

function aCourse(...states: ServiceState[]): Round[] {
  return states.map((state) =>
    aRound({
      services: [aServiceResult({ id: 'steady' }), aServiceResult({ id: 'viber', state })],
    }),
  );
}

it('lets what is shown of a service change once in a steady world', () => {
  expect(complaintsOfFlicker(normal, aCourse('blocked', 'impaired', 'impaired'))).toEqual([]);
  expect(complaintsOfFlicker(normal, aCourse('blocked'))).toEqual([]);
});

it('complains where it changes back', () => {
  expect(complaintsOfFlicker(normal, aCourse('blocked', 'ok', 'blocked'))).toEqual([
    'viber: state: found blocked, ok, blocked in turn; allowed: one change',
  ]);
});

it('complains of the network in the rounds before the judged one', () => {
  const [round] = aCourse('ok');
  const bad = aRound({ network: { ...aRound().network, state: 'degraded' } });

  expect(complaintsOfFlicker(normal, [bad, round as Round])).toEqual([
    'network: state: found degraded before; allowed: normal',
  ]);
  expect(complaintsOfFlicker(normal, [bad])).toEqual([]);
});
