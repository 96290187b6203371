import { expect, it } from 'vitest';
import type { Round } from '../../../../lib/model/round.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { aRound, aServiceResult } from '../../../helpers/rounds.ts';
import { complaintsOfFlicker } from '../../../lab/judge/flicker.ts';

const normal: Parameters<typeof complaintsOfFlicker>[0] = {
  network: ['normal'],
  others: { states: ['ok', 'blocked'] },
};

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

it('takes a gap for a change only where none is expected', () => {
  const course = aCourse('ok', 'insufficient', 'ok');
  const services: (typeof normal)['services'] = { viber: { states: ['ok', 'insufficient'] } };

  expect(complaintsOfFlicker(normal, course)).toHaveLength(1);
  expect(complaintsOfFlicker({ ...normal, services }, course)).toEqual([]);
  expect(complaintsOfFlicker({ ...normal, services }, aCourse('ok', 'blocked', 'ok'))).toHaveLength(
    1,
  );
});

it('complains of the network in the rounds before the judged one', () => {
  const [round] = aCourse('ok');
  const bad = aRound({ network: { ...aRound().network, state: 'degraded' } });

  expect(complaintsOfFlicker(normal, [bad, round as Round])).toEqual([
    'network: state: found degraded before; allowed: normal',
  ]);
  expect(complaintsOfFlicker(normal, [bad])).toEqual([]);
});
